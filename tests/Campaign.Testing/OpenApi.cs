using System.Text.Json;
using System.Text.Json.Nodes;

namespace Campaign.Testing;

/// <summary>The OpenAPI document of a running service is the one in the repository.</summary>
public static class OpenApi
{
    private static readonly JsonSerializerOptions Readable = new(Json.Options) { WriteIndented = true, NewLine = "\n" };

    /// <summary>What the document in the repository has: <c>GET /api/events</c>.</summary>
    public static async Task<IReadOnlyList<string>> Operations(string service)
    {
        var file = Path.Combine(Documents.Root, "docs", "openapi", $"{service}.json");
        return
        [
            .. from path in JsonNode.Parse(await File.ReadAllTextAsync(file))!["paths"]!.AsObject()
               from operation in path.Value!.AsObject()
               select $"{operation.Key.ToUpperInvariant()} {path.Key}",
        ];
    }

    public static async Task Verify(HttpClient client, string service)
    {
        await Verify(JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json"))!, service);
    }

    public static async Task Verify(JsonNode document, string service)
    {
        foreach (var (path, operations) in document["paths"]!.AsObject())
        {
            foreach (var (method, operation) in operations!.AsObject())
                operation!["summary"].ShouldNotBeNull($"{method} {path} needs a summary");
        }
        await Documents.Verify($"docs/openapi/{service}.json", document.ToJsonString(Readable) + "\n");
    }
}
