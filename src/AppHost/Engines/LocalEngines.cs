using Campaign.AppHost.Operations;
using Campaign.Cli;
using Campaign.Cli.Services;

namespace Campaign.AppHost.Engines;

/// <summary>The distribution's own programs, run by DCP.</summary>
internal sealed class LocalEngines(IDistributedApplicationBuilder builder, DataDirectory data) : IEngines
{
    private readonly Lazy<IResourceBuilder<LocalPostgresResource>> postgres = new(() => builder.AddLocalPostgres(EngineNames.Postgres, data).WithBackup(data).WithRestore(data));

    public IResourceBuilder<IResourceWithConnectionString> AddRabbitMQ() => builder.AddLocalRabbitMQ(EngineNames.RabbitMQ, data);

    public ServiceDatabase AddDatabase(ServiceProject service) => new(postgres.Value.AddDatabase($"{service.Name}-db", service.Name), Owner: null);
}
