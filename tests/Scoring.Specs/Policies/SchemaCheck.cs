using System.Text.Json;
using System.Text.Json.Nodes;

namespace Campaign.Scoring.Specs.Policies;

/// <summary>As much of JSON Schema as the policy's schema uses.</summary>
internal static class SchemaCheck
{
    public static IReadOnlyList<string> Of(JsonNode schema, JsonElement value) => [.. Defects(schema, value, "")];

    private static IEnumerable<string> Defects(JsonNode schema, JsonElement value, string at)
    {
        var allowed = schema["type"] switch
        {
            JsonArray several => several.Select(t => t!.GetValue<string>()).ToList(),
            JsonNode one => [one.GetValue<string>()],
            null => [],
        };
        if (allowed.Count > 0 && !allowed.Any(type => Is(type, value))) return [$"{at} is not {string.Join(" or ", allowed)}"];
        if (schema["enum"] is JsonArray terms && !terms.Any(t => JsonNode.DeepEquals(t, JsonNode.Parse(value.GetRawText()))))
            return [$"{at} is not one of those"];
        return value.ValueKind switch
        {
            JsonValueKind.Object => Members(schema, value, at),
            JsonValueKind.Array =>
                value.EnumerateArray().Index().SelectMany(item => Defects(schema["items"]!, item.Item, $"{at}/{item.Index}")),
            _ => [],
        };
    }

    private static IEnumerable<string> Members(JsonNode schema, JsonElement value, string at)
    {
        var known = schema["properties"]!.AsObject();
        foreach (var required in schema["required"]?.AsArray() ?? [])
        {
            if (!value.TryGetProperty(required!.GetValue<string>(), out _)) yield return $"{at}/{required} is missing";
        }
        foreach (var member in value.EnumerateObject())
        {
            if (known[member.Name] is not { } expected) yield return $"{at}/{member.Name} is unknown";
            else foreach (var defect in Defects(expected, member.Value, $"{at}/{member.Name}")) yield return defect;
        }
    }

    private static bool Is(string type, JsonElement value) => (type, value.ValueKind) switch
    {
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) => true,
        ("number", JsonValueKind.Number) or ("null", JsonValueKind.Null) => true,
        ("integer", JsonValueKind.Number) => value.TryGetInt64(out _),
        _ => false,
    };
}
