using Campaign.AppHost.Running;
using Campaign.Cli;
using Campaign.Cli.Running;
using Campaign.Cli.Services;

namespace Campaign.AppHost.Engines;

/// <summary>PostgreSQL and RabbitMQ in containers, their data in volumes that belong to the data directory.</summary>
internal sealed class ContainerEngines(IDistributedApplicationBuilder builder, DataDirectory data) : IEngines
{
    private readonly Lazy<IResourceBuilder<PostgresServerResource>> postgres = new(() =>
        builder.AddPostgres(EngineNames.Postgres, User(builder, EngineNames.Postgres), Password(builder, data, EngineNames.Postgres))
            .WithTitle("PostgreSQL", Layer.Engine)
            .WithIconName("DatabaseMultiple")
            .WithDataVolume(Volume(builder, data, EngineNames.Postgres)));

    public MessageBroker AddRabbitMQ()
    {
        var node = builder
            .AddRabbitMQ(EngineNames.RabbitMQ, User(builder, EngineNames.RabbitMQ), Password(builder, data, EngineNames.RabbitMQ))
            .WithTitle("RabbitMQ", Layer.Engine)
            .WithIconName("MailMultiple")
            .WithDataVolume(Volume(builder, data, EngineNames.RabbitMQ))
            .WithManagementPlugin()
            .WithUrlForEndpoint("management", url => url.DisplayText = "消息队列管理");
        return node.WithUserPerService(node.Resource.PrimaryEndpoint, node.GetEndpoint("management"), data);
    }

    public ServiceDatabase AddDatabase(ServiceProject service)
    {
        var database = postgres.Value.AddDatabase($"{service.Name}-db", service.Name);
        if (!builder.HasRolePerService())
            return new(database);
        database.OnResourceReady(async (ready, _, ct) =>
            await ServiceRoles.Create((await ready.ConnectionStringExpression.GetValueAsync(ct))!, data, service.Name, ct));
        return new(database, builder.ServingConnection(postgres.Value.Resource.PrimaryEndpoint, data, service.Name),
            database.Resource.ConnectionStringExpression);
    }

    private static IResourceBuilder<ParameterResource> User(IDistributedApplicationBuilder builder, string engine) =>
        builder.AddParameter($"{engine}-user", LocalPostgresResource.OwnerName);

    private static IResourceBuilder<ParameterResource> Password(
        IDistributedApplicationBuilder builder, DataDirectory data, string engine) =>
        builder.AddParameter($"{engine}-password", () => data.Secret(engine), secret: true);

    // The password that is in the volume lies in the data directory: who deletes that begins with new volumes.
    private static string Volume(IDistributedApplicationBuilder builder, DataDirectory data, string engine) =>
        builder.ExecutionContext.IsPublishMode ? $"campaign-{engine}" : $"campaign-{engine}-{data.Secret("volumes")[..8]}";
}
