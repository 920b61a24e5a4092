using System.Text.Json;
using System.Text.Json.Nodes;

namespace Campaign.Testing;

/// <summary>The OpenAPI document of a running service is the one in the repository.</summary>
public static class OpenApi
{
    private static readonly JsonSerializerOptions Readable = new(Json.Options) { WriteIndented = true, NewLine = "\n" };

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
