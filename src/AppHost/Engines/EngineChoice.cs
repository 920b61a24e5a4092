using Campaign.Cli;
using Campaign.Cli.Engines;
using Microsoft.Extensions.Configuration;

namespace Campaign.AppHost.Engines;

/// <summary>Who runs PostgreSQL and RabbitMQ where no connection string names them: <c>Engines</c> = auto, local or containers.</summary>
internal static class EngineChoice
{
    public static EngineSet AddEngines(this IDistributedApplicationBuilder builder, DataDirectory data) =>
        new(builder,
            new Lazy<IEngines>(() => builder.UsesContainers(data) ? new ContainerEngines(builder, data) : new LocalEngines(builder, data)));

    /// <summary>
    /// Containers always in what is published; else as configured; else where their images are,
    /// unless data of the distribution's PostgreSQL are here.
    /// </summary>
    private static bool UsesContainers(this IDistributedApplicationBuilder builder, DataDirectory data) =>
        builder.ExecutionContext.IsPublishMode || builder.Configuration["Engines"] switch
        {
            "containers" => true,
            "local" => false,
            null or "auto" => !PostgresServer.ClusterOf(data).Exists
                && ContainerImages.AreHere(builder.Configuration["ASPIRE_CONTAINER_RUNTIME"] ?? "docker"),
            var unknown => throw new LaunchException($"Engines 的值“{unknown}”无效，可选：auto、local、containers。"),
        };
}
