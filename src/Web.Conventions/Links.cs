using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;

namespace Campaign.Web;

/// <summary>Addresses of lists, as counts and sums refer to them.</summary>
public static class Links
{
    /// <summary>What is null is left out; a name stands as often as its array has values.</summary>
    public static string To(string path, params IEnumerable<(string Name, object? Value)> query)
    {
        var pairs =
            from parameter in query
            from value in parameter.Value is Array several ? several.Cast<object?>() : [parameter.Value]
            where value is not null
            select KeyValuePair.Create(parameter.Name, TextOf(value));
        return path + new QueryBuilder(pairs);
    }

    private static string TextOf(object value) => value switch
    {
        bool truth => truth ? "true" : "false",
        DateTimeOffset moment => moment.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
