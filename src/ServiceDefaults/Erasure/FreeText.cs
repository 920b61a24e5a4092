using System.Text.Json;
using System.Text.Json.Nodes;

namespace Campaign.ServiceDefaults.Erasure;

/// <summary>
/// Where people write what they like, and so other people's names and telephones: fields of these names, in every event, however deep.
/// </summary>
internal static class FreeText
{
    public const string Mask = "〔已脱敏〕";

    private static readonly HashSet<string> Names =
        new(["description", "reason", "note", "address", "remark", "comment"], StringComparer.OrdinalIgnoreCase);

    /// <returns>The same event where it holds no such text.</returns>
    public static object Masked(object data, JsonSerializerOptions json)
    {
        var node = JsonSerializer.SerializeToNode(data, data.GetType(), json);
        return Hide(node) ? node.Deserialize(data.GetType(), json)! : data;
    }

    private static bool Hide(JsonNode? node) => node switch
    {
        JsonObject fields => fields.ToList().Aggregate(false, (any, field) => Hide(fields, field.Key, field.Value) || any),
        JsonArray items => items.Aggregate(false, (any, item) => Hide(item) || any),
        _ => false,
    };

    private static bool Hide(JsonObject fields, string name, JsonNode? value)
    {
        if (!Names.Contains(name) || value is not JsonValue text || text.GetValueKind() is not JsonValueKind.String) return Hide(value);
        fields[name] = Mask;
        return true;
    }
}
