using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;

namespace Campaign.EventStore;

/// <summary>Measures how far the subscriptions are behind, now and then: a meter is asked for values without waiting.</summary>
internal sealed class LagMeter : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly SubscriptionStatuses statuses;
    private readonly TimeProvider clock;
    private IReadOnlyList<SubscriptionStatus> latest = [];

    public LagMeter(SubscriptionStatuses statuses, TimeProvider clock)
    {
        (this.statuses, this.clock) = (statuses, clock);
        EventStoreTelemetry.Meter.CreateObservableGauge("eventstore.subscription.lag", () => Measure(s => s.LagSeconds), "s");
        EventStoreTelemetry.Meter.CreateObservableGauge("eventstore.subscription.lag.events", () => Measure(s => s.LagEvents), "{event}");
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                latest = await statuses.Read(stoppingToken);
            }
            catch (Exception) when (!stoppingToken.IsCancellationRequested)
            {
                // The subscriptions themselves say what is wrong.
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private IEnumerable<Measurement<double>> Measure(Func<SubscriptionStatus, double> value)
        => latest.Select(s => new Measurement<double>(value(s), new KeyValuePair<string, object?>("subscription", s.Name)));
}
