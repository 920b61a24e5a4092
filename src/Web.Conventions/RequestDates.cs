using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.Web;

/// <returns>Every date of the value that is out of bounds, by its pointer.</returns>
internal delegate IEnumerable<FieldError> DateCheck(object? value, string pointer);

/// <summary>
/// Finds every day, moment and year of a request by the types that it is made of, so that a new field needs no rule of its own.
/// A whole number is a year when it is called one: <c>Year</c>, <c>EvaluationYear</c>, or in a list of <c>Years</c>.
/// </summary>
internal sealed class RequestDates(IServiceProviderIsService services)
{
    /// <returns>Null for what cannot hold a date.</returns>
    public DateCheck? CheckOf(ParameterInfo parameter) => services.IsService(parameter.ParameterType)
        ? null
        : CheckOf(parameter.ParameterType, parameter.Name!, []) is { } check
            ? IsMadeOfFields(parameter.ParameterType) ? check : (value, at) => check(value, $"{at}/{parameter.Name}")
            : null;

    private static DateCheck? CheckOf(Type declared, string name, ImmutableHashSet<Type> within)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (type == typeof(DateOnly) || type == typeof(DateTimeOffset) || (type == typeof(int) && IsYear(name)))
            return (value, at) => DateBounds.Error(value, at) is { } error ? [error] : [];
        if (ElementOf(type) is { } element)
            return CheckOf(element, name.EndsWith('s') ? name[..^1] : name, within) is { } check ? (value, at) =>
                Each(value, at, check) : null;
        // No request holds one of its own kind.
        return IsMadeOfFields(type) && !within.Contains(type) ? OfFields(type, within.Add(type)) : null;
    }

    private static DateCheck? OfFields(Type type, ImmutableHashSet<Type> within)
    {
        var fields = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(field => field is { CanRead: true, CanWrite: true } && field.GetIndexParameters().Length == 0)
            .Select(field =>
                (Field: field, Name: JsonNamingPolicy.CamelCase.ConvertName(field.Name),
                    Check: CheckOf(field.PropertyType, field.Name, within)))
            .Where(field => field.Check is not null).ToArray();
        return fields.Length == 0
            ? null
            : (value, at) =>
                value is null ? [] : fields.SelectMany(field => field.Check!(field.Field.GetValue(value), $"{at}/{field.Name}"));
    }

    private static IEnumerable<FieldError> Each(object? list, string at, DateCheck check) =>
        list is null ? [] : ((IEnumerable)list).Cast<object?>().Index().SelectMany(item => check(item.Item, $"{at}/{item.Index}"));

    private static bool IsYear(string name) => name == "year" || name.EndsWith("Year", StringComparison.Ordinal);

    /// <summary>Bodies and groups of query parameters are declared by services; what the framework brings is no field.</summary>
    private static bool IsMadeOfFields(Type type) => type is { IsEnum: false, Namespace: { } home }
        && home.Split('.')[0] is not ("System" or "Microsoft") && ElementOf(type) is null;

    private static Type? ElementOf(Type type) => type == typeof(string)
        ? null
        : type.GetInterfaces().Append(type)
            .FirstOrDefault(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            ?.GetGenericArguments()[0];
}
