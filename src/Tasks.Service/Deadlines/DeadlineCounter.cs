using Campaign.EventStore;
using Campaign.Tasks.Calendars;
using Campaign.Tasks.Countdown;

namespace Campaign.Tasks.Deadlines;

/// <summary>Counts a deadline by the calendar and the evaluation date as they stand.</summary>
internal sealed class DeadlineCounter(WorkCalendars calendars, IEventStore store)
{
    public async Task<(Counted? Deadline, Refusal? Refusal)> Count(
        string street, DeadlineOrder order, DateTimeOffset now, CancellationToken cancellation)
    {
        var (evaluation, _) = await store.Load<EvaluationDate>(EvaluationDate.Stream(street), cancellation);
        return order.Count(now, await calendars.Current(cancellation), evaluation.Date);
    }
}
