using System.Text.Json;
using System.Text.RegularExpressions;

namespace Campaign.Web;

/// <summary>Where in a JSON body something stands (RFC 6901), from how others name it.</summary>
public static partial class JsonPointer
{
    /// <summary><c>$.items[0].max</c> → <c>/items/0/max</c>, <c>$['daily weight']</c> → <c>/daily weight</c>.</summary>
    public static string FromPath(string? path) =>
        path is null ? "" : string.Concat(Steps().Matches(path).Select(step => $"/{Escape(step.Groups["name"].Value)}"));

    /// <summary><c>Items[0].Max</c> → <c>/items/0/max</c>.</summary>
    public static string FromProperty(string property) =>
        string.Concat(property.Split('.').Select(part => "/" + JsonNamingPolicy.CamelCase.ConvertName(part)))
            .Replace("[", "/", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);

    public static string Escape(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    public static string Unescape(string segment) =>
        segment.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);

    [GeneratedRegex(
        @"\['(?<name>.*?)'\](?=[.\[]|\z)|\[(?<name>[0-9]+)\]|\.(?<name>[^.\[]+)", RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Steps();
}
