using Campaign.AppHost.Operations;
using Campaign.Cli;
using Campaign.Cli.Services;

namespace Campaign.AppHost.Engines;

/// <summary>The distribution's own programs, run by DCP.</summary>
internal sealed class LocalEngines(IDistributedApplicationBuilder builder, DataDirectory data) : IEngines
{
    private readonly Lazy<IResourceBuilder<LocalPostgresResource>> postgres =
        new(() => builder.AddLocalPostgres(EngineNames.Postgres, data).WithBackup(data).WithRestore(data));

    public MessageBroker AddRabbitMQ()
    {
        var node = builder.AddLocalRabbitMQ(EngineNames.RabbitMQ, data);
        return node.WithUserPerService(node.Resource.PrimaryEndpoint, node.Resource.ManagementEndpoint, data);
    }

    public ServiceDatabase AddDatabase(ServiceProject service)
    {
        var database = postgres.Value.AddDatabase($"{service.Name}-db", service.Name);
        if (!builder.HasRolePerService())
            return new(database);
        var server = postgres.Value.Resource;
        database.OnDatabaseCreated((_, ct) => ServiceRoles.Create(server.AdminConnectionString(data), data, service.Name, ct));
        return new(database, builder.ServingConnection(server.PrimaryEndpoint, data, service.Name),
            database.Resource.ConnectionStringExpression);
    }
}
