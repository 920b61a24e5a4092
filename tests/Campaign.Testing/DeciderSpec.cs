using Campaign.EventStore;
using Shouldly;

namespace Campaign.Testing;

/// <summary>Given events, when a decision is asked, then events, nothing, or a refusal by its rule.</summary>
public abstract class DeciderSpec<TState> where TState : class, IAggregate<TState>
{
    protected static Scenario Given(params object[] history) => new(history);

    public sealed class Scenario(IReadOnlyList<object> history)
    {
        private TState State => history.Aggregate(TState.Initial, (state, @event) => state.Evolve(@event));

        public Outcome When(Func<TState, Decision> decide) => new(history, decide(State), decide);
    }

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
            var after = history.Concat(decision.Events).Aggregate(TState.Initial, (state, @event) => state.Evolve(@event));
            var again = decide(after);
            again.Refusal.ShouldBeNull();
            again.Events.ShouldBeEmpty("the second decision should find that it is so already");
        }
    }
}
