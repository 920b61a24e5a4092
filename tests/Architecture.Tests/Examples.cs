using System.Text.Json.Nodes;

namespace Campaign.Architecture.Tests;

/// <summary>What the documents in docs/openapi show.</summary>
internal static class Examples
{
    private static readonly string[] Shown = ["application/json", "application/geo+json"];

    public static IEnumerable<(string Name, JsonNode Json, JsonNode? Example)> Contents(IEnumerable<OpenApiOperation> operations)
    {
        foreach (var operation in operations)
        {
            if (operation.Body is { } body) yield return ($"{operation.Id} body", body, Of(operation.Document, body));
            foreach (var (status, type, content) in operation.Answers.Where(answer => Shown.Contains(answer.Type, StringComparer.Ordinal)))
                yield return ($"{operation.Id} {status} {type}", content, Of(operation.Document, content));
        }
    }

    /// <summary>Of an object without fields the document shows nothing: there is just one.</summary>
    public static JsonNode? Of(string document, JsonNode content)
    {
        if (content["example"] is { } example) return example;
        var name = ((string?)content["schema"]?["$ref"])?.Split('/')[^1];
        var schema = name is null ? null : OpenApiDocuments.All[document]["components"]!["schemas"]![name]!.AsObject();
        return schema is not null && (string?)schema["type"] is "object" && schema["properties"] is null ? new JsonObject() : null;
    }
}
