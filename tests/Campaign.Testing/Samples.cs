using System.Collections;
using System.Reflection;
using System.Text.Json;

namespace Campaign.Testing;

/// <summary>An instance of any record, made through its constructor, with a value in every field.</summary>
public static class Samples
{
    private static readonly DateTimeOffset Moment = new(2024, 9, 2, 9, 0, 0, TimeSpan.FromHours(8));

    public static object Of(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string)) return "样例";
        if (type == typeof(Guid)) return Guid.Parse("019300c8-0000-7000-8000-000000000000");
        if (type == typeof(DateTimeOffset)) return Moment;
        if (type == typeof(DateOnly)) return DateOnly.FromDateTime(Moment.DateTime);
        if (type == typeof(TimeOnly)) return TimeOnly.FromDateTime(Moment.DateTime);
        if (type == typeof(TimeSpan)) return TimeSpan.FromHours(1);
        if (type == typeof(object)) return "样例";
        if (type == typeof(JsonElement)) return JsonSerializer.SerializeToElement(new { sample = 1 });
        if (type.IsEnum) return type.GetEnumValues().GetValue(0)!;
        if (type.IsPrimitive || type == typeof(decimal))
            return Convert.ChangeType(1, type, System.Globalization.CultureInfo.InvariantCulture);
        if (type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type)) return Collection(type);
        if (type.IsArray) return Array.CreateInstance(type.GetElementType()!, 0);

        var constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length)
            ?? throw new NotSupportedException($"{type} has no constructor to make a sample with.");
        return constructor.Invoke([.. constructor.GetParameters().Select(p => Of(p.ParameterType))]);
    }

    /// <summary>The same with nothing in every field that may be without.</summary>
    public static object Bare(Type record)
    {
        var nullability = new NullabilityInfoContext();
        var constructor = record.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        return constructor.Invoke(
            [.. constructor.GetParameters()
                .Select(p => nullability.Create(p).WriteState is NullabilityState.Nullable ? null : Of(p.ParameterType))]);
    }

    private static object Collection(Type type)
    {
        var items = type.GetGenericArguments();
        if (items.Length == 2)
        {
            var dictionary = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(items))!;
            dictionary.Add(Of(items[0]), Of(items[1]));
            return dictionary;
        }
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(items))!;
        list.Add(Of(items[0]));
        return type.IsAssignableFrom(list.GetType()) ? list : Activator.CreateInstance(typeof(HashSet<>).MakeGenericType(items), list)!;
    }
}
