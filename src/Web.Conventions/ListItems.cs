using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.Web;

/// <summary>
/// Refuses a null among the items of a list that is not declared to hold one: the reader of JSON puts it there all the same, and no rule
/// of a service expects it.
/// </summary>
public static class ListItems
{
    public const string Rule = "field-missing";

    private static readonly ConcurrentDictionary<Type, Field[]> Known = new();

    /// <summary>Before everything that looks into the items.</summary>
    internal static EndpointFilterDelegate Filter(EndpointFilterFactoryContext context, EndpointFilterDelegate next)
    {
        int[] bodies =
        [
            .. context.MethodInfo.GetParameters().Index()
                .Where(parameter => !IsService(context, parameter.Item.ParameterType))
                .Where(parameter => IsMadeOfFields(parameter.Item.ParameterType) && FieldsOf(parameter.Item.ParameterType).Length > 0)
                .Select(parameter => parameter.Index),
        ];
        return bodies.Length == 0
            ? next
            : call => bodies.SelectMany(index => Nulls(call.Arguments[index], "")).Take(ErrorList.Most + 1).ToList() is [_, ..] errors
                ? ValueTask.FromResult<object?>(Problems.Of(errors, counted: errors.Count <= ErrorList.Most))
                : next(call);
    }

    private static bool IsService(EndpointFilterFactoryContext context, Type type) =>
        context.ApplicationServices.GetRequiredService<IServiceProviderIsService>().IsService(type);

    /// <summary>For what comes in by another way than as the body of a request; null when nothing is missing.</summary>
    public static FieldError? FirstMissing(object body) => Nulls(body, "").FirstOrDefault();

    internal static IEnumerable<FieldError> Nulls(object? value, string at) => value is null
        ? []
        : FieldsOf(value.GetType()).SelectMany(field => field.Nulls(field.Property.GetValue(value), $"{at}/{field.Name}"));

    private static Field[] FieldsOf(Type type) => Known.GetOrAdd(type, static type =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property is { CanRead: true, CanWrite: true } && property.GetIndexParameters().Length == 0)
            .Select(property => new Field(property, new NullabilityInfoContext().Create(property)))
            .Where(field => field.Items is not null || IsMadeOfFields(field.Property.PropertyType)),
    ]);

    /// <summary>Bodies are declared by services; what the framework brings is no field.</summary>
    private static bool IsMadeOfFields(Type type) =>
        type is { IsEnum: false, IsInterface: false, Namespace: { } home } && home.Split('.')[0] == nameof(Campaign)
        && !typeof(IEnumerable).IsAssignableFrom(type) && !typeof(Delegate).IsAssignableFrom(type);

    private sealed class Field(PropertyInfo property, NullabilityInfo nullability)
    {
        public PropertyInfo Property => property;

        public string Name { get; } = JsonNamingPolicy.CamelCase.ConvertName(property.Name);

        /// <summary>What its items may be; null for what is no list of anything that can be missing or hold a list.</summary>
        public NullabilityInfo? Items { get; } = ItemsOf(nullability);

        public IEnumerable<FieldError> Nulls(object? value, string at) => value switch
        {
            null => [],
            IDictionary map => map.Keys.Cast<object>().SelectMany(key => OfItem(map[key], $"{at}/{JsonPointer.Escape($"{key}")}")),
            IEnumerable list => list.Cast<object?>().Index().SelectMany(item => OfItem(item.Item, $"{at}/{item.Index}")),
            _ => ListItems.Nulls(value, at),
        };

        private IEnumerable<FieldError> OfItem(object? item, string at) => item switch
        {
            null => Items is { WriteState: NullabilityState.NotNull } ? [new(at, Rule, "列表中有空项。")] : [],
            _ when IsMadeOfFields(item.GetType()) => ListItems.Nulls(item, at),
            _ => [],
        };

        private static NullabilityInfo? ItemsOf(NullabilityInfo of)
        {
            if (of.Type == typeof(string) || !typeof(IEnumerable).IsAssignableFrom(of.Type)) return null;
            var item = of.ElementType ?? of.GenericTypeArguments.LastOrDefault();
            return item is { Type.IsValueType: false } ? item : null;
        }
    }
}
