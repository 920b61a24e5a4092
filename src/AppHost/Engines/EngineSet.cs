using Campaign.Cli.Services;
using Microsoft.Extensions.Configuration;

namespace Campaign.AppHost.Engines;

/// <summary>What a connection string names is used as it is; an engine is started only when something is left for it.</summary>
internal sealed class EngineSet(IDistributedApplicationBuilder builder, Lazy<IEngines> engines)
{
    private MessageBroker? broker;

    public MessageBroker Broker =>
        broker ??= Given(EngineNames.RabbitMQ) is { } given ? new(given) : engines.Value.AddRabbitMQ();

    public ServiceDatabase DatabaseOf(ServiceProject service) =>
        Given(service.Name) is { } given
            ? new(given, Owner: Given($"{service.Name}-owner")?.Resource.ConnectionStringExpression)
            : engines.Value.AddDatabase(service);

    private IResourceBuilder<IResourceWithConnectionString>? Given(string name)
    {
        if (builder.Configuration.GetConnectionString(name) is not { Length: > 0 } connection)
            return null;
        var value = builder.AddParameter($"{name}-connection", () => connection, secret: true);
        return builder.AddConnectionString($"{name}-given", ReferenceExpression.Create($"{value}"));
    }
}
