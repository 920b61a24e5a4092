using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using RabbitMQ.Client.Exceptions;

namespace Campaign.Messaging;

/// <summary>Counts the dead letters now and then: a meter is asked for values without waiting.</summary>
internal sealed class DeadLetterMeter : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);
    private static readonly Meter Meter = new(MessagingDefaults.TelemetryName);

    private readonly DeadLetterQueue letters;
    private readonly TimeProvider clock;
    private long latest;

    public DeadLetterMeter(DeadLetterQueue letters, TimeProvider clock)
    {
        (this.letters, this.clock) = (letters, clock);
        Meter.CreateObservableGauge(
            "campaign.dead_letters", () =>
                new Measurement<long>(latest, new KeyValuePair<string, object?>("queue", letters.Name)), "{message}");
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                latest = await letters.Count(stoppingToken);
            }
            catch (Exception away) when (away is BrokerUnreachableException or OperationInterruptedException or IOException)
            {
                // The health check says so.
            }
        }
    }
}
