using System.Text.Json.Nodes;

namespace Campaign.Architecture.Tests;

/// <summary>One operation of a document in docs/openapi.</summary>
/// <param name="Document">The name of its service.</param>
internal sealed record OpenApiOperation(string Document, string Path, string Method, JsonObject Json)
{
    public string Id => (string)Json["operationId"]!;

    public JsonNode? Body => Json["requestBody"]?["content"]?["application/json"];

    public IEnumerable<(int Status, string Type, JsonNode Content)> Answers =>
        from answer in Json["responses"]!.AsObject()
        where answer.Key[0] is '2'
        from content in answer.Value!["content"]?.AsObject() ?? []
        select (int.Parse(answer.Key, null), content.Key, content.Value!);
}

/// <summary>The documents in docs/openapi, which the services' own tests hold to what they serve.</summary>
internal static class OpenApiDocuments
{
    public static readonly IReadOnlyDictionary<string, JsonObject> All = Directory
        .GetFiles(Path.Combine(Testing.Documents.Root, "docs/openapi"), "*.json")
        .ToDictionary(
            file => Path.GetFileNameWithoutExtension(file), file => JsonNode.Parse(File.ReadAllText(file))!.AsObject(),
            StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. All.Keys.Order(StringComparer.Ordinal)];

    /// <summary>A table that the documents are made with, of each service and (under no document) of all of them.</summary>
    public static IEnumerable<(string? Document, JsonObject Json)> Tables(string name) =>
        from folder in Directory.GetDirectories(Path.Combine(Testing.Documents.Root, "src"))
        let file = Path.Combine(folder, "OpenApi", name)
        where File.Exists(file)
        let project = Path.GetFileName(folder).Split('.')[0].ToLowerInvariant()
        select (All.ContainsKey(project) ? project : null, JsonNode.Parse(File.ReadAllText(file))!.AsObject());

    public static IEnumerable<OpenApiOperation> Operations() => All.Keys.SelectMany(Operations);

    public static IEnumerable<OpenApiOperation> Operations(string document) =>
        from path in All[document]["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        where operation.Value is JsonObject
        select new OpenApiOperation(document, path.Key, operation.Key.ToUpperInvariant(), operation.Value!.AsObject());
}
