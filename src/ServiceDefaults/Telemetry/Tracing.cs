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
    private static readonly string[] Sources =
        ["Microsoft.AspNetCore", "System.Net.Http", "Npgsql", "MassTransit", "Campaign.EventStore", "Campaign.Messaging"];

    /// <summary>
    /// Listens to the platform's sources in any case, so that a trace id crosses the broker; exports to
    /// <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> where it is set.
    /// </summary>
    public static void AddCampaignTelemetry(this WebApplicationBuilder builder, string service)
    {
        var export = builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 };
        var resource = ResourceBuilder.CreateDefault().AddService(service, "campaign");
        builder.Services.AddSingleton(_ =>
        {
            var traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(Sources);
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
