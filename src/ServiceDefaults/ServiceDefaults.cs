using Campaign.ServiceDefaults.Health;
using Campaign.ServiceDefaults.Http;
using Campaign.ServiceDefaults.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Campaign.ServiceDefaults;

/// <summary>What every process of the platform has: logs, telemetry, health, problem details, JSON, the clock.</summary>
public static class Defaults
{
    /// <param name="service">Name of the process in logs, traces and queues: <c>tasks</c>, <c>inspections</c> …</param>
    public static WebApplicationBuilder AddServiceDefaults(this WebApplicationBuilder builder, string service)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(new ServiceName(service));
        builder.AddCampaignLogging(service);
        builder.AddCampaignTelemetry(service);
        builder.AddCampaignHttp();
        builder.Services.AddHealthChecks();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(20));
        return builder;
    }

    public static WebApplication UseServiceDefaults(this WebApplication app)
    {
        app.UseCampaignHttp();
        app.MapCampaignHealth();
        return app;
    }
}

/// <summary>The name under which a process appears in logs, traces, queues and status.</summary>
public sealed record ServiceName(string Value);
