using System.Reflection;
using Campaign.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Campaign.ServiceDefaults;

/// <summary>What every process of the platform has: logs, telemetry, health, problem details, JSON, the clock.</summary>
public static class ServiceDefaultsExtensions
{
    /// <param name="service">Name of the process in logs, traces and queues: <c>tasks</c>, <c>inspections</c> …</param>
    public static WebApplicationBuilder AddServiceDefaults(this WebApplicationBuilder builder, string service)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(new ServiceName(service));
        builder.AddCampaignLogging(service);
        builder.AddCampaignTelemetry(service);
        builder.AddWebConventions();
        builder.Services.AddHealthChecks();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(20));
        return builder;
    }

    public static WebApplication UseServiceDefaults(this WebApplication app)
    {
        app.UseWebConventions();
        app.MapCampaignHealth();
        return app;
    }
}

/// <summary>Which release a process is of, as it says in health and telemetry.</summary>
internal static class Release
{
    public static readonly string Version =
        Assembly.GetEntryAssembly()?.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
}
