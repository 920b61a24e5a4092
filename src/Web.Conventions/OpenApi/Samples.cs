using System.Reflection;
using System.Text.Json.Nodes;

namespace Campaign.Web;

/// <summary>
/// What a field usually holds: Samples.json, by its name (<c>unit</c>), by its name and format (<c>from:date</c>) or in one schema alone
/// (<c>Quantity.unit</c>). A field whose sample is null is left out where it may be: a case that was struck off was merged into none.
/// </summary>
internal sealed class Samples
{
    public const string Resource = "Samples.json";

    private static readonly string[] Numeric = ["int32", "int64", "double"];
    private readonly Dictionary<string, JsonNode?> all = new(StringComparer.Ordinal);

    public Samples(IEnumerable<Assembly> owners)
    {
        foreach (var (name, sample) in EmbeddedTables.Read(Resource, owners).SelectMany(table => table)) all[name] = sample;
    }

    /// <param name="owner">The schema whose field it is.</param>
    public JsonNode? Of(string? owner, string name, string? format) => Find(owner, name, format)?.DeepClone();

    public bool Omits(string? owner, string name, string? format) => Key(owner, name, format) is { } key && all[key] is null;

    /// <summary>A text of which nothing else is known.</summary>
    public JsonNode OfFormat(string? format) => (all.GetValueOrDefault(format ?? "") ?? all["text"]!).DeepClone();

    /// <summary>A key of a map of that name.</summary>
    public string KeyOf(string map) => (string?)all.GetValueOrDefault($"{map}.key") ?? "key";

    private JsonNode? Find(string? owner, string name, string? format) => Key(owner, name, format) is { } key ? all[key] : null;

    private string? Key(string? owner, string name, string? format) => new[]
    {
        $"{owner}.{name}",
        format is null || Numeric.Contains(format, StringComparer.Ordinal) ? name : $"{name}:{format}",
    }.FirstOrDefault(all.ContainsKey);
}
