using Campaign.EventStore;
using Campaign.Inspections.Findings;
using Campaign.Inspections.LookBacks;
using Campaign.Testing;
using static Campaign.Inspections.Specs.FindingStory;

namespace Campaign.Inspections.Specs.LookBacks;

public sealed class EnterResultSpecs
{
    private static readonly Guid Id = Guid.Parse("019300c8-0000-7000-8000-00000000000a");
    private static readonly DateOnly Day = new(2024, 9, 2);
    private static readonly LookBackPlanned Planned = new(Id, Number, 1, 7, Day.AddDays(7), Unit, StruckOff.At);
    private static readonly DateTimeOffset Then = Morning.AddDays(8);
    private static readonly Scenario<Finding> Closed = Given(Recorded, Routed, Reported, StruckOff);

    [Fact]
    public void What_is_still_fixed_leaves_the_case_alone()
    {
        var decision = Decide(Result(true), [Planned], Closed);
        var done = decision.EventsOf(Of).ShouldHaveSingleItem().ShouldBeOfType<LookBackDone>();
        done.StillFixed.ShouldBeTrue();
        decision.Changes.ShouldHaveSingleItem();
        Decide(Result(true), [Planned, done], Closed).ShouldBe(JointDecision.Nothing);
    }

    [Fact]
    public void What_is_not_fixed_is_a_relapse()
    {
        var decision = Decide(Result(false), [Planned], Closed);
        decision.EventsOf(Of).ShouldHaveSingleItem().ShouldBeOfType<LookBackDone>().StillFixed.ShouldBeFalse();
        decision.EventsOf(Closed.Stream(Id).Id).ShouldHaveSingleItem().ShouldBeOfType<FindingRelapsed>()
            .ShouldSatisfyAllConditions(e => e.Round.ShouldBe(2), e => e.Photos.ShouldBe(After));
    }

    [Fact]
    public void A_result_is_not_entered_before_the_day() =>
        Refused(LookBackRules.NotDue, Result(true) with { Now = Morning.AddDays(6) }, [Planned], Closed);

    [Fact]
    public void A_result_is_not_changed() =>
        Refused(LookBackRules.AlreadyDone, Result(false), [Planned, new LookBackDone(true, null, [], Then)], Closed);

    [Fact]
    public void The_unit_that_rectified_does_not_look_back() =>
        Refused(FindingRules.VerifierIsRectifier, Result(true) with { VisitorUnits = new HashSet<string> { Unit } }, [Planned], Closed);

    [Fact]
    public void A_case_that_relapsed_meanwhile_is_not_looked_at_again()
    {
        Refused(LookBackRules.Cancelled, Result(true), [Planned], Given(Recorded, Routed, Reported, StruckOff, Relapsed));
        Refused(LookBackRules.Cancelled, Result(true), [Planned, new LookBackCancelled("案件已反弹", Then)], Closed);
    }

    [Fact]
    public void What_was_not_planned_has_no_result() => Refused(LookBackRules.NotFound, Result(true), [], Closed);

    private static EnterResult Result(bool stillFixed) => new(stillFixed, "现场查看", After, new HashSet<string>(), Then);

    private static StreamId Of => LookBack.Stream("990101001", Id, 1, 7);

    private static JointDecision Decide(EnterResult result, object[] history, Scenario<Finding> finding) =>
        result.Decide(new Scenario<LookBack>(history).Stream(Of.Id), finding.Stream(Id));

    private static void Refused(Refusal rule, EnterResult result, object[] history, Scenario<Finding> finding) =>
        Decide(result, history, finding).Refusal.ShouldNotBeNull("nothing was refused").Rule.ShouldBe(rule.Rule);
}
