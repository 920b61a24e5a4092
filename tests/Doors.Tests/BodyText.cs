using System.Text.Json.Nodes;

namespace Campaign.Doors.Tests;

/// <summary>A text in the body that the document shows for an operation.</summary>
/// <param name="IsPlain">Any text will do: neither a date nor a word of a list.</param>
internal sealed record BodyText(Operation Operation, string Pointer, bool IsPlain)
{
    private const string Mark = "\u2063here";

    public static IEnumerable<BodyText> Of(Operation operation) =>
        operation.Example is { } example && operation.Schema is { } schema
            ? Of(operation, JsonNode.Parse(example), schema, "") : [];

    /// <summary>The body with these letters of JSON in the text's place.</summary>
    public string With(string json)
    {
        var root = JsonNode.Parse(Operation.Example!)!;
        var (within, names) = (root, Pointer[1..].Split('/'));
        foreach (var name in names[..^1]) within = within is JsonArray list ? list[int.Parse(name)]! : within[Unescaped(name)]!;
        if (within is JsonArray items) items[int.Parse(names[^1])] = Mark;
        else within[Unescaped(names[^1])] = Mark;
        return root.ToJsonString(Unescape).Replace($"\"{Mark}\"", $"\"{json}\"", StringComparison.Ordinal);
    }

    public override string ToString() => $"{Operation} {Pointer}";

    private static readonly System.Text.Json.JsonSerializerOptions Unescape =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Unescaped(string name) => Web.JsonPointer.Unescape(name);

    private static IEnumerable<BodyText> Of(Operation operation, JsonNode? value, JsonObject? schema, string pointer) => value switch
    {
        JsonObject fields => fields.SelectMany(field => Of(
            operation, field.Value, Field(operation, schema, field.Key), $"{pointer}/{Web.JsonPointer.Escape(field.Key)}")),
        JsonArray items => items.Index().SelectMany(item => Of(
            operation, item.Item, schema?["items"] is { } of ? operation.Resolved(of) : null, $"{pointer}/{item.Index}")),
        JsonValue one when pointer.Length > 0 && one.GetValueKind() is System.Text.Json.JsonValueKind.String =>
            [new(operation, pointer, schema is not null && new Parameter("", "", schema, IsRequired: false).IsText)],
        _ => [],
    };

    private static JsonObject? Field(Operation operation, JsonObject? schema, string name) =>
        (schema?["properties"]?[name] ?? schema?["additionalProperties"]) is JsonObject field ? operation.Resolved(field) : null;
}
