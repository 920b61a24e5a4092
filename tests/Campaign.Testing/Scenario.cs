using Campaign.EventStore;

namespace Campaign.Testing;

/// <summary>Given events, when a decision is asked, then events, nothing, or a refusal by its rule.</summary>
public sealed class Scenario<TState>(IReadOnlyList<object> history) where TState : class, IAggregate<TState>
{
    public TState State => Fold(history);

    /// <summary>As a decision over several streams sees it.</summary>
    public StreamRef<TState> Stream(Guid id) => new(new("990101001", id), State, history.Count);

    public Outcome When(Func<TState, Decision> decide) => new(history, decide(State), decide);

    private static TState Fold(IEnumerable<object> events) => events.Aggregate(TState.Initial, (state, @event) => state.Evolve(@event));

    public sealed class Outcome(IReadOnlyList<object> history, Decision decision, Func<TState, Decision> decide)
    {
        public Outcome Then(params object[] expected)
        {
            decision.Refusal.ShouldBeNull();
            decision.Events.Select(Json.Of).ShouldBe(expected.Select(Json.Of));
            return this;
        }

        public void ThenNothing()
        {
            decision.Refusal.ShouldBeNull();
            decision.Events.ShouldBeEmpty();
        }

        public void ThenRefused(Refusal refusal)
        {
            decision.Refusal.ShouldNotBeNull("nothing was refused").Rule.ShouldBe(refusal.Rule);
            decision.Events.ShouldBeEmpty();
        }

        /// <summary>A repeat of the same command on what came out yields nothing.</summary>
        public void AndAgainNothing()
        {
            var again = decide(Fold([.. history, .. decision.Events]));
            again.Refusal.ShouldBeNull();
            again.Events.ShouldBeEmpty("the second decision should find that it is so already");
        }
    }
}
