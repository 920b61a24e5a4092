using Campaign.EventStore;
using Campaign.Web;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Campaign.Messaging;

/// <summary>
/// MassTransit on RabbitMQ as every service uses it: one quorum queue named after the service, retries, then <c>_error</c>.
/// </summary>
public static class MessagingDefaults
{
    public const string TelemetryName = "Campaign.Messaging";

    private const int PrefetchCount = 128;
    private const int RetryLimit = 10;
    private static readonly TimeSpan DatabasePause = TimeSpan.FromSeconds(1);

    /// <summary>Connects to <c>ConnectionStrings:rabbitmq</c>; a broker that is not there yet is waited for in the background.</summary>
    public static IServiceCollection AddCampaignMessaging(
        this IServiceCollection services, IConfiguration configuration, ServiceName service,
        Action<IBusRegistrationConfigurator>? consumers = null)
    {
        var broker = new Uri(configuration.GetConnectionString("rabbitmq")
            ?? throw new InvalidOperationException("ConnectionStrings:rabbitmq is not configured."));
        var retryLimit = configuration.GetValue("Messaging:RetryLimit", RetryLimit);
        services.AddSingleton<BrokerMet>().AddHealthChecks().AddCheck<BrokerMet>("queue");
        services.AddSingleton(new DeadLetterQueue(broker, service)).AddHostedService<DeadLetterMeter>();
        services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            consumers?.Invoke(bus);
            bus.ConfigureHealthCheckOptions(health =>
            {
                health.Name = "rabbitmq";
                health.MinimalFailureStatus = HealthStatus.Degraded;
            });
            bus.UsingRabbitMq((context, rabbit) =>
            {
                rabbit.Host(broker);
                // What could be heard and never kept goes to the dead letters at once.
                rabbit.ConfigureJsonSerializerOptions(json =>
                {
                    json.Converters.Add(new StorableText());
                    return json;
                });
                if (consumers is null) return;
                rabbit.ReceiveEndpoint(service.Value, endpoint =>
                {
                    endpoint.SetQuorumQueue();
                    endpoint.PrefetchCount = PrefetchCount;
                    endpoint.UseFilter(new CorrelationFilter());
                    // A database that is away says nothing against the message, however long it is away.
                    endpoint.UseMessageRetry(retry =>
                    {
                        retry.Handle<NpgsqlException>(Database.IsAbsent);
                        retry.Incremental(int.MaxValue, DatabasePause, TimeSpan.Zero);
                    });
                    endpoint.UseMessageRetry(retry =>
                    {
                        retry.Ignore<NpgsqlException>(Database.IsAbsent);
                        retry.Exponential(
                            retryLimit, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(30), TimeSpan.FromMilliseconds(200));
                    });
                    endpoint.ConfigureConsumers(context);
                });
            });
        });
        return services;
    }
}
