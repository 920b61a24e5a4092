using Campaign.EventStore;
using Campaign.Web;

namespace Campaign.Scoring.Months;

/// <summary>
/// Closes months whose set day has come, unless the check list shows open points: then a person decides. Any number of instances may
/// look; the month's stream takes one closing.
/// </summary>
internal sealed class ClosingWatch(
    ClosingDays days, ClosedMonths closedMonths, MonthClosing closing, TimeProvider clock, ILogger<ClosingWatch> log)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    public async Task Sweep(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        foreach (var (street, day) in await days.All(cancellation))
        {
            var closed = await closedMonths.Of(street, cancellation);
            foreach (var month in day.DueOn(ChinaTime.DateOf(now))
                .Where(month => !closed.Contains(month.ToString(), StringComparer.Ordinal)))
            {
                var outcome = await closing.Close(street, month, forcedBecause: null, now, TransactOptions.None, cancellation);
                if (outcome.Refusal is { } refusal)
                    log.LogInformation("{Month} of street {Street} does not close by itself: {Rule}", month, street, refusal.Rule);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Sweep(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(failure, "Closing by the set day failed; the next look starts over");
            }
        }
    }
}
