using Campaign.EventStore;
using Campaign.Tasks.DueDates;

namespace Campaign.Tasks.Countdown;

/// <summary>As the streams of the streets have them.</summary>
internal sealed class EvaluationDates(IEventStore store) : IEvaluationDates
{
    public async Task<DateOnly?> Of(string street, CancellationToken cancellation) =>
        (await store.Load(EvaluationDate.Stream(street), cancellation)).State.Date;
}
