using System.Text.Json.Nodes;

namespace Campaign.Web;

/// <summary>
/// What a field usually holds: Samples.json, by its name (<c>unit</c>), by its name and format (<c>from:date</c>) or in one schema alone
/// (<c>Quantity.unit</c>).
/// </summary>
internal static class Samples
{
    private static readonly string[] Numeric = ["int32", "int64", "double"];
    private static readonly JsonObject All = Read();

    /// <param name="owner">The schema whose field it is.</param>
    public static JsonNode? Of(string? owner, string name, string? format) =>
        Named($"{owner}.{name}") ?? Named(format is null || Numeric.Contains(format, StringComparer.Ordinal) ? name : $"{name}:{format}");

    /// <summary>A text of which nothing else is known.</summary>
    public static JsonNode OfFormat(string? format) => Named(format ?? "") ?? Named("text")!;

    /// <summary>A key of a map of that name.</summary>
    public static string KeyOf(string map) => (string?)All[$"{map}.key"] ?? "key";

    private static JsonNode? Named(string name) => All[name]?.DeepClone();

    private static JsonObject Read()
    {
        using var json = typeof(Samples).Assembly.GetManifestResourceStream("Samples.json")!;
        return JsonNode.Parse(json)!.AsObject();
    }
}
