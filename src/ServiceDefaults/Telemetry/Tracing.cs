using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Campaign.ServiceDefaults.Telemetry;

internal static class Tracing
{
    private static readonly string[] Carriers = ["Microsoft.AspNetCore", "MassTransit", "Campaign.EventStore", "Campaign.Messaging"];
    private static readonly string[] Sources = [.. Carriers, "System.Net.Http", "Npgsql"];

    /// <summary>
    /// Exports to <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> where it is set. Elsewhere it listens to those sources alone that carry a trace id
    /// from a request across the broker: a span that nobody sees costs what one costs that is seen.
    /// </summary>
    public static void AddCampaignTelemetry(this WebApplicationBuilder builder, string service)
    {
        var export = builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 };
        var resource = ResourceBuilder.CreateDefault().AddService(service, "campaign");
        builder.Services.AddSingleton(_ =>
        {
            var traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(export ? Sources : Carriers);
            if (export) traces.AddOtlpExporter();
            return traces.Build();
        });
        builder.Services.AddSingleton(_ =>
        {
            var meters = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource)
                .AddMeter([.. Sources, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"]);
            if (export) meters.AddOtlpExporter();
            return meters.Build();
        });
        builder.Services.AddHostedService<Providers>();
    }

    /// <summary>Nobody asks for the providers; this makes them live from start to stop.</summary>
    private sealed class Providers(TracerProvider traces, MeterProvider meters) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken)
        {
            traces.ForceFlush(2000);
            meters.ForceFlush(2000);
            return Task.CompletedTask;
        }
    }
}
