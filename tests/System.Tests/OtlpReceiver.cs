using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Campaign.SystemTests;

/// <summary>A collector as operators point OTEL_EXPORTER_OTLP_ENDPOINT at, kept in memory. Takes OTLP over HTTP.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication app;

    private OtlpReceiver(WebApplication app) => this.app = app;

    public ConcurrentDictionary<string, Span> Spans { get; } = new(StringComparer.Ordinal);

    public ConcurrentQueue<LogLine> Lines { get; } = new();

    /// <summary>The latest of each service and name.</summary>
    public ConcurrentDictionary<(string? Service, string Name), Metric> Metrics { get; } = new();

    /// <summary>Settings of whoever is to export here, at once and not in batches of seconds.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = app.Urls.Single(),
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        ["OTEL_BSP_SCHEDULE_DELAY"] = "100",
        ["OTEL_BLRP_SCHEDULE_DELAY"] = "100",
        ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
    };

    public static async Task<OtlpReceiver> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        // The services of this process would export the requests they make here, and those the next ones.
        builder.Services.AddSingleton(new ActivitySource("collector"));
        var receiver = new OtlpReceiver(builder.Build());
        receiver.Take("/v1/traces", Span.In, span => receiver.Spans[span.Id] = span);
        receiver.Take("/v1/logs", LogLine.In, receiver.Lines.Enqueue);
        receiver.Take(
            "/v1/metrics", Metric.In, metric =>
                receiver.Metrics[(metric.Resource.GetValueOrDefault("service.name"), metric.Name)] = metric);
        await receiver.app.StartAsync();
        return receiver;
    }

    /// <summary>The span and everything above it, as far as it was received.</summary>
    public IEnumerable<Span> UpFrom(Span span)
    {
        for (var next = span; next is not null; next = Spans.GetValueOrDefault(next.Parent)) yield return next;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private void Take<T>(string path, Func<byte[], IEnumerable<T>> read, Action<T> keep) => app.MapPost(path, async (HttpRequest request) =>
    {
        await using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        foreach (var one in read(body.ToArray())) keep(one);
        return Results.Bytes([], "application/x-protobuf");
    });
}
