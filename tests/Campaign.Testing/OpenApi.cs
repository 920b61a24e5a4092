using System.Text.Json;
using System.Text.Json.Nodes;

namespace Campaign.Testing;

/// <summary>The OpenAPI document of a running service is the one in the repository.</summary>
public static class OpenApi
{
    private static readonly JsonSerializerOptions Readable = new(Json.Options) { WriteIndented = true, NewLine = "\n" };

    public static async Task Verify(HttpClient client, string service)
    {
        var document = JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json"))!;
        await Documents.Verify($"docs/openapi/{service}.json", document.ToJsonString(Readable) + "\n");
    }
}
