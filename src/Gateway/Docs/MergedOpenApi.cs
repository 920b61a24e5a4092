using System.Text.Json;
using System.Text.Json.Nodes;
using Campaign.Gateway.Proxy;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.OpenApi;

namespace Campaign.Gateway.Docs;

/// <summary>One document of everything behind the gateway: the services' own ones, fetched now and then, and the gateway's.</summary>
internal sealed partial class MergedOpenApi(
    [FromKeyedServices("v1")] IOpenApiDocumentProvider own, IHttpClientFactory clients, IMemoryCache cache,
    ILogger<MergedOpenApi> logger)
{
    private static readonly TimeSpan KeptWhole = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan KeptInPart = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    public static void Map(WebApplication app) =>
        app.MapGet("/openapi/v1.json", async (MergedOpenApi merged, HttpContext http) =>
            TypedResults.Text(await merged.Json(http.RequestAborted), "application/json")).AllowAnonymous().ExcludeFromDescription();

    public async Task<string> Json(CancellationToken cancellation)
    {
        if (cache.TryGetValue(nameof(MergedOpenApi), out string? kept)) return kept!;
        var parts = await Task.WhenAll(RouteTable.All.Select(async resources =>
            (resources.Service, Document: await Fetch(resources.Service, cancellation))));
        var missing = parts.Where(part => part.Document is null).Select(part => part.Service).ToList();

        var merged = new OpenApiMerge(await Own(cancellation));
        foreach (var (service, document) in parts)
        {
            if (document is not null) merged.Add(service, document);
        }
        return cache.Set(nameof(MergedOpenApi), merged.Finish(missing), missing.Count == 0 ? KeptWhole : KeptInPart)!;
    }

    internal async Task<JsonObject> Own(CancellationToken cancellation)
    {
        var document = await own.GetOpenApiDocumentAsync(cancellation);
        return JsonNode.Parse(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancellation))!.AsObject();
    }

    private async Task<JsonObject?> Fetch(string service, CancellationToken cancellation)
    {
        try
        {
            using var client = clients.CreateClient(nameof(MergedOpenApi));
            client.Timeout = Timeout;
            return JsonNode.Parse(await client.GetStringAsync(new Uri($"http://{service}/openapi/v1.json"), cancellation)) as JsonObject;
        }
        catch (Exception e) when (
            e is HttpRequestException or TaskCanceledException or JsonException && !cancellation.IsCancellationRequested)
        {
            LogMissing(service, e.Message);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "No OpenAPI document from {Service}: {Reason}")]
    private partial void LogMissing(string service, string reason);
}
