using Shouldly;
using Xunit;

namespace Campaign.EventStore.Tests;

public sealed class JointDecisionSpecs
{
    private static readonly Refusal Closed = new("case-closed", "问题已办结");

    private readonly StreamRef<Case> one = new(Cases.New(), Case.Initial, 3);
    private readonly StreamRef<Docket> other = new(Cases.NewDocket(), Docket.Initial, 0);

    [Fact]
    public void Every_stream_gets_its_events_behind_those_it_has()
    {
        var decision = JointDecision.Of(one.Gets(Cases.Note("一"), Cases.Note("二")), other.Gets(Cases.Note("三")));

        decision.Changes.Select(c => (c.Stream, c.Aggregate, c.Version, c.Events.Count))
            .ShouldBe([(one.Id, "case", 3, 2), (other.Id, "docket", 0, 1)]);
        decision.EventsOf(other.Id).ShouldBe([Cases.Note("三")]);
        decision.EventsOf(Cases.New()).ShouldBeEmpty();
    }

    [Fact]
    public void Without_events_there_is_no_change_and_without_changes_no_decision()
    {
        JointDecision.Of(one.Gets(), other.Gets(Cases.Note())).Changes.ShouldHaveSingleItem().Stream.ShouldBe(other.Id);
        JointDecision.Of(one.Gets(), other.Gets()).ShouldBe(JointDecision.Nothing);
        one.Gets(Decision.Nothing).And(other.Gets(Cases.Note())).ShouldBe(JointDecision.Nothing);
    }

    [Fact]
    public void What_is_refused_stays_refused()
    {
        var refused = one.Gets(Closed).And(other.Gets(Cases.Note()));

        refused.Refusal.ShouldBe(Closed);
        refused.Changes.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_decided_on_one_may_be_joined_by_others() =>
        one.Gets(Decision.Of(Cases.Note())).And(other.Gets(Cases.Note())).Changes.Select(c => c.Stream).ShouldBe([one.Id, other.Id]);

    [Fact]
    public void A_stream_is_named_once() =>
        Should.Throw<ArgumentException>(() => JointDecision.Of(one.Gets(Cases.Note()), one.Gets(Cases.Note())));

    [Fact]
    public void A_stream_that_is_not_there_cannot_be_held() =>
        Should.Throw<ArgumentException>(() => JointDecision.Of(one.Gets(Cases.Note())).IfUnmoved(other));
}
