using Campaign.Cli;
using Campaign.Cli.Engines;
using Campaign.Cli.Services;
using Microsoft.Extensions.Configuration;

namespace Campaign.AppHost.Engines;

internal static class BrokerUserExtensions
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    /// <summary><c>Broker:UserPerService</c>; of what is published, whoever runs it decides.</summary>
    public static MessageBroker WithUserPerService<T>(
        this IResourceBuilder<T> node, EndpointReference amqp, EndpointReference management, DataDirectory data)
        where T : IResourceWithConnectionString
    {
        var builder = node.ApplicationBuilder;
        if (!builder.ExecutionContext.IsRunMode || !builder.Configuration.GetValue("Broker:UserPerService", true))
            return new((IResourceBuilder<IResourceWithConnectionString>)node);
        node.OnResourceReady((_, _, ct) => Create(management, data, ct));
        return new((IResourceBuilder<IResourceWithConnectionString>)node, service =>
        {
            var password = builder.AddParameter(
                $"rabbitmq-{service.Name}-password", () => BrokerUsers.Password(data, service), secret: true);
            var (host, port) = (amqp.Property(EndpointProperty.IPV4Host), amqp.Property(EndpointProperty.Port));
            return ReferenceExpression.Create($"amqp://{BrokerUsers.NameOf(service)}:{password}@{host}:{port}");
        });
    }

    // The port for messages may be open before the one for questions is.
    private static async Task Create(EndpointReference endpoint, DataDirectory data, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Limit);
        var management = new RabbitManagement(
            new UriBuilder("http", "127.0.0.1", endpoint.Port)
            {
                UserName = LocalRabbitMQResource.UserName,
                Password = data.Secret(EngineNames.RabbitMQ),
            }.Uri);
        while (true)
        {
            try
            {
                await BrokerUsers.Create(management, data, limit.Token);
                return;
            }
            catch (HttpRequestException) when (!limit.IsCancellationRequested)
            {
                await Task.Delay(BetweenLooks, limit.Token);
            }
        }
    }
}
