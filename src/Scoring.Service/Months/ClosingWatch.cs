using Campaign.EventStore;
using Campaign.Web;

namespace Campaign.Scoring.Months;

/// <summary>
/// Closes months whose set day has come, unless the check list shows open points: then a person decides. Any number of instances may
/// look; the month's stream takes one closing.
/// </summary>
internal sealed class ClosingWatch(
    ClosingDays days, ClosedMonths closedMonths, MonthClosing closing, TimeProvider clock, ILogger<ClosingWatch> log)
    : PeriodicSweep(clock, log, TimeSpan.FromMinutes(1))
{
    public override async Task Sweep(CancellationToken cancellation)
    {
        var now = Now;
        foreach (var (street, day) in await days.All(cancellation))
        {
            var closed = await closedMonths.Of(street, cancellation);
            foreach (var month in day.DueOn(ChinaTime.DateOf(now))
                .Where(month => !closed.Contains(month.ToString(), StringComparer.Ordinal)))
            {
                var outcome = await closing.Close(street, month, forcedBecause: null, now, TransactOptions.None, cancellation);
                if (outcome.Refusal is { } refusal)
                    Log.LogInformation("{Month} of street {Street} does not close by itself: {Rule}", month, street, refusal.Rule);
            }
        }
    }
}
