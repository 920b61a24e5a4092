using Campaign.EventStore;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Policies;
using Campaign.Scoring.Scorecards;

namespace Campaign.Scoring.Months;

/// <summary>Carries a closing out, for whoever asks for it: a person or the set day.</summary>
internal sealed class MonthClosing(
    IEventStore store, PolicyList policies, HighWaterSnapshot horizon, MonthFactsQuery facts, ClosingChecklist checklist)
{
    public Task<AppendResult<MonthState>> Close(
        string street, Month month, string? forcedBecause, DateTimeOffset now, TransactOptions options, CancellationToken cancellation) =>
        store.Transact(
            MonthState.Stream(street, month),
            async (open, _) =>
            {
                if (open.State.Status is not MonthStatus.Open) return JointDecision.Nothing;
                if (await policies.InForce(street, month, cancellation) is not { } found) return PolicyList.None;

                var (known, through) = await horizon.Read(
                    street, connection => facts.Load(connection, street, month, cancellation), cancellation);
                var scoring = known.Score(month, found.Policy, now);
                var command = new CloseMonth(
                    month, found.From, found.Policy, scoring, now, through,
                    await checklist.Of(street, month, scoring, cancellation), forcedBecause);
                return open.Gets(command.Decide(open.State)).And(Scorecards(street, month, scoring));
            },
            options, cancellation);

    private static IEnumerable<StreamChange> Scorecards(string street, Month month, MonthScoring scoring) =>
        scoring.Scorecards.Select(card => StreamChange.New(
            ScorecardState.Stream(street, month, card.Subject), new ScorecardClosed(month.ToString(), Stored.Scorecard.Of(card))));
}
