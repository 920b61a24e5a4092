using Campaign.EventStore;
using Campaign.Scoring.Appeals;
using Campaign.Scoring.Policies;
using Campaign.Scoring.Scorecards.Stored;

namespace Campaign.Scoring.Months;

/// <summary>Carries a closing out, for whoever asks for it: a person or the set day.</summary>
internal sealed class MonthClosing(IEventStore store, PolicyList policies, EventHorizon horizon, ClosingChecklist checklist)
{
    public async Task<ClosedNow> Close(
        string street, Month month, string? forcedBecause, DateTimeOffset now, EventMetadata metadata, CancellationToken cancellation)
    {
        var stream = MonthState.Stream(street, month);
        while (true)
        {
            var (state, version) = await store.Load<MonthState>(stream, cancellation);
            if (state.Status is not MonthStatus.Open) return new(stream, version, null);
            if (await policies.InForce(street, month, cancellation) is not { } found) return new(stream, version, PolicyList.None);

            var (known, through) = await horizon.Read(street, connection => MonthFactsQuery.Load(connection, street, month, cancellation), cancellation);
            var scoring = known.Score(month, found.Policy, now);
            var command = new CloseMonth(
                month, found.From, found.Policy, scoring, now, through, await checklist.Of(street, month, scoring, cancellation), forcedBecause);
            var (events, refusal) = command.Decide(state);
            if (refusal is not null) return new(stream, version, refusal);
            try
            {
                await store.Append(Appends(street, command, stream, version, events), metadata, cancellation);
                return new(stream, version + events.Count, null);
            }
            catch (StreamVersionConflictException)
            {
                // Somebody else closed it in between: then it is closed.
            }
        }
    }

    private static IReadOnlyList<StreamAppend> Appends(
        string street, CloseMonth command, StreamId stream, long version, IReadOnlyList<object> events) =>
    [
        StreamAppend.To<MonthState>(stream, version, events.Select(NewEvent.Of)),
        .. command.Scoring.Scorecards.Select(card => StreamAppend.To<ScorecardState>(
            ScorecardState.Stream(street, command.Month, card.Subject), 0,
            [NewEvent.Of(new ScorecardClosed(command.Month.ToString(), Scorecard.Of(card)))])),
    ];
}

internal sealed record ClosedNow(StreamId Stream, long Version, Refusal? Refusal);
