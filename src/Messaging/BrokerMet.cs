using MassTransit;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Campaign.Messaging;

/// <summary>
/// Not ready before the broker has been there once: until then the queue may not exist, and what is told to the service is
/// lost. Later the stream is the outbox, and a broker that is away is no reason to take no more commands.
/// </summary>
internal sealed class BrokerMet(IBusControl bus) : IHealthCheck
{
    private volatile bool met;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        met = met || bus.CheckHealth().Status is BusHealthStatus.Healthy;
        return Task.FromResult(
            met ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("RabbitMQ has not been reached since the start."));
    }
}
