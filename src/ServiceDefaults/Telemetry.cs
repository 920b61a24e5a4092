using System.Diagnostics;
using Campaign.EventStore;
using Campaign.Messaging;
using Campaign.Web;
using MassTransit.Logging;
using MassTransit.Monitoring;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Campaign.ServiceDefaults;

internal static class Telemetry
{
    private const string Requests = "Microsoft.AspNetCore";
    private const string Marten = "Marten";
    private static readonly string[] Own = [EventStoreTelemetry.Name, MessagingDefaults.TelemetryName];

    /// <summary>
    /// Exports logs, metrics and traces to <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> where it is set, as the other <c>OTEL_</c> variables say.
    /// Elsewhere it listens to those sources alone that carry a trace id from a request across the broker: a span that nobody sees costs
    /// what one costs that is seen.
    /// </summary>
    public static void AddCampaignTelemetry(this WebApplicationBuilder builder, string service)
    {
        var telemetry = builder.Services.AddOpenTelemetry();
        if (builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is not { Length: > 0 })
        {
            telemetry.WithTracing(traces => traces.AddSource([Requests, DiagnosticHeaders.DefaultListenerName, .. Own]));
            return;
        }

        telemetry
            .ConfigureResource(resource => resource
                .AddService(service, "campaign", Release.Version)
                // Once more, behind our own words: what the operator calls the service holds.
                .AddEnvironmentVariableDetector())
            .WithTracing(traces => traces
                .AddAspNetCoreInstrumentation(requests =>
                {
                    requests.Filter = IsWork;
                    requests.EnrichWithHttpResponse = HideToken;
                })
                .AddHttpClientInstrumentation()
                .AddNpgsql()
                .AddSource([DiagnosticHeaders.DefaultListenerName, Marten, .. Own])
                .AddProcessor<IdleStatements>())
            .WithMetrics(metrics => metrics
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation()
                .AddNpgsqlInstrumentation()
                .AddMeter([InstrumentationOptions.MeterName, Marten, .. Own]))
            .WithLogging(logs => logs.AddProcessor<CorrelationProcessor>(), lines => lines.IncludeFormattedMessage = true)
            .UseOtlpExporter();
    }

    /// <summary>Whoever asks after the health asks every few seconds.</summary>
    private static bool IsWork(HttpContext http) => !http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal);

    /// <summary>A path that is a secret, such as a one-time link, is told by its route.</summary>
    private static void HideToken(Activity span, HttpResponse response)
    {
        if (response.HttpContext.GetEndpoint() is RouteEndpoint endpoint && endpoint.RoutePattern.GetParameter("token") is not null)
            span.SetTag("url.path", endpoint.RoutePattern.RawText);
    }
}

/// <summary>
/// A statement that belongs to no request, message or append is a look whether there is anything to do. There are dozens of them a second,
/// and they would be all there is to see. A processor rather than a sampler: a sampler does not learn whose span it decides on, and one
/// of ours would take the place of <c>OTEL_TRACES_SAMPLER</c>.
/// </summary>
internal sealed class IdleStatements : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data)
    {
        if (data.Source.Name is "Npgsql" or "Marten" && data.ParentSpanId == default)
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
    }
}

/// <summary>Puts the correlation id on every line that is exported.</summary>
internal sealed class CorrelationProcessor : BaseProcessor<LogRecord>
{
    public override void OnEnd(LogRecord data)
    {
        if (CorrelationScope.Id is { } id) data.Attributes = [.. data.Attributes ?? [], new(CorrelationEnricher.Property, id)];
    }
}
