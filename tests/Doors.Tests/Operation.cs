using System.Text.Json.Nodes;

namespace Campaign.Doors.Tests;

/// <summary>An operation as docs/openapi describes it.</summary>
internal sealed class Operation
{
    private readonly JsonObject document;
    private readonly JsonObject node;

    private Operation(string service, string path, string method, JsonObject node, JsonObject document)
    {
        (Service, Path, Method) = (service, path, new(method.ToUpperInvariant()));
        (this.node, this.document) = (node, document);
    }

    public static IReadOnlyList<Operation> All { get; } =
        [.. new[] { "tasks", "inspections", "scoring", "integration", "gateway" }.SelectMany(Of)];

    public string Service { get; }

    public string Path { get; }

    public HttpMethod Method { get; }

    public IReadOnlyList<Parameter> Parameters =>
    [
        .. from parameter in node["parameters"]?.AsArray() ?? []
           select new Parameter(
               (string)parameter["name"]!, (string)parameter["in"]!, Resolved(parameter["schema"]!), (bool?)parameter["required"] is true),
    ];

    /// <summary>Media types that it takes; none where it takes no body.</summary>
    public IReadOnlyList<string> Bodies => [.. Content?.Select(content => content.Key) ?? []];

    /// <summary>The JSON that the document shows for the body; null where it takes none.</summary>
    public string? Example =>
        Content?.Select(content => content.Value!["example"]).FirstOrDefault(shown => shown is not null)?.ToJsonString();

    /// <summary>The schema of the JSON body, references followed one by one (<see cref="Resolved"/>).</summary>
    public JsonObject? Schema => Content?["application/json"]?["schema"] is { } schema ? Resolved(schema) : null;

    private JsonObject? Content => node["requestBody"]?["content"]?.AsObject();

    public JsonObject Resolved(JsonNode schema)
    {
        if ((string?)schema["$ref"] is { } reference)
            return Resolved(document["components"]!["schemas"]![reference.Split('/')[^1]]!);
        return (schema["oneOf"] ?? schema["anyOf"]) is JsonArray choices
            ? Resolved(choices.First(choice => (string?)choice!["type"] != "null")!)
            : schema.AsObject();
    }

    public override string ToString() => $"{Method} {Path}";

    private static IEnumerable<Operation> Of(string service)
    {
        var file = System.IO.Path.Combine(Testing.Documents.Root, "docs", "openapi", $"{service}.json");
        var whole = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        return from path in whole["paths"]!.AsObject()
               from operation in path.Value!.AsObject()
               select new Operation(service, path.Key, operation.Key, operation.Value!.AsObject(), whole);
    }
}

/// <param name="In">path, query or header.</param>
internal sealed record Parameter(string Name, string In, JsonObject Schema, bool IsRequired)
{
    public string? Format => (string?)Schema["format"] ?? (Schema["items"] is { } items ? (string?)items["format"] : null);

    public bool IsText => Schema["type"]?.ToJsonString().Contains("string", StringComparison.Ordinal) is true
        && Format is null && Schema["enum"] is null;

    public IReadOnlyList<string> Values => [.. (Schema["enum"] as JsonArray)?.Select(value => $"{value}") ?? []];
}
