using Campaign.EventStore;
using Campaign.Tasks.Calendars;

namespace Campaign.Tasks.DueDates;

/// <summary>Counts a deadline by the calendar and the evaluation date as they stand.</summary>
internal sealed class DeadlineCounter(WorkCalendars calendars, IEvaluationDates dates)
{
    public async Task<(ComputedDeadline? Deadline, Refusal? Refusal)> Count(
        string street, DeadlineOrder order, DateTimeOffset now, CancellationToken cancellation)
    {
        var evaluation = await dates.Of(street, cancellation);
        return order.Count(now, await calendars.Current(cancellation), evaluation);
    }
}
