using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;

namespace Campaign.Web;

/// <summary>Addresses of lists, as counts and sums refer to them.</summary>
public static class Links
{
    /// <summary>What is null is left out.</summary>
    public static string To(string path, params IEnumerable<(string Name, object? Value)> query)
    {
        var builder = new QueryBuilder();
        foreach (var (name, value) in query)
        {
            if (value is not null) builder.Add(name, TextOf(value));
        }
        return path + builder;
    }

    private static string TextOf(object value) => value switch
    {
        bool truth => truth ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
