using Campaign.Inspections.Findings;
using static Campaign.Inspections.Specs.FindingStory;

namespace Campaign.Inspections.Specs;

/// <summary>签收, 退回派单, 整改上报, 延期: what the unit does in Tasks and how the case follows, in whatever order it hears of it.</summary>
public sealed class UnitAtWorkSpecs
{
    private static readonly AcceptFinding Accept = new(1, Unit, Step(2), Morning.AddHours(2));
    private static readonly DeclineRouting Decline = new(1, Unit, "不属本单位职责", Step(2), Morning.AddHours(2));
    private static readonly ReportRectification Report = new(1, Unit, After, null, Step(3), Morning.AddHours(5));
    private static readonly ExtendDeadline Extend = new(1, Due.AddDays(2), "连续降雨", Step(4), Morning.AddHours(6));

    [Fact]
    public void A_unit_takes_the_case() => Given(Recorded, Routed).When(Accept.Decide).Then(Accepted).AndAgainNothing();

    [Fact]
    public void Who_takes_a_case_before_its_routing_is_heard_of_waits() => Given(Recorded).When(Accept.Decide).ThenRefused(FindingRules.NotRouted);

    [Fact]
    public void A_case_that_was_reported_already_is_not_taken_again() => Given(Recorded, Routed, Reported).When(Accept.Decide).ThenNothing();

    [Fact]
    public void Another_unit_takes_nothing() => Given(Recorded, Routed).When((Accept with { Unit = AnotherUnit }).Decide).ThenNothing();

    [Fact]
    public void A_unit_declines_and_the_case_waits_for_another() => Given(Recorded, Routed).When(Decline.Decide).Then(Declined).AndAgainNothing();

    [Fact]
    public void Declining_is_waited_for_when_the_routing_is_not_here_yet() => Given(Recorded).When(Decline.Decide).ThenRefused(FindingRules.NotRouted);

    [Fact]
    public void What_the_unit_did_before_it_declined_is_over() => Given(Recorded, Routed, Declined).When(Accept.Decide).ThenNothing();

    [Fact]
    public void A_unit_reports_without_having_taken_the_case_first() => Given(Recorded, Routed).When(Report.Decide).Then(Reported).AndAgainNothing();

    [Fact]
    public void A_rejected_rectification_is_reported_again() =>
        Given(Recorded, Routed, Reported, Rejected).When((Report with { Step = Step(5), At = Morning.AddHours(7) }).Decide)
            .Then(Reported with { At = Morning.AddHours(7) });

    [Fact]
    public void A_report_without_a_photo_is_none() => Given(Recorded, Routed).When((Report with { Photos = [] }).Decide).ThenRefused(FindingRules.AfterPhotoMissing);

    [Fact]
    public void A_unit_that_the_case_is_not_with_reports_nothing() =>
        Given(Recorded, Routed).When((Report with { Unit = AnotherUnit }).Decide).ThenRefused(FindingRules.AnotherUnit);

    [Fact]
    public void Work_reported_late_states_first_that_the_deadline_was_missed() =>
        Given(Recorded, Routed).When((Report with { At = Due.AddHours(1) }).Decide).Then(Overdue, Reported with { At = Due.AddHours(1) });

    [Fact]
    public void A_granted_extension_moves_the_deadline() =>
        Given(Recorded, Routed).When(Extend.Decide).Then(new DeadlineExtended(Number, 1, Unit, Due.AddDays(2), "连续降雨", Morning.AddHours(6))).AndAgainNothing();

    [Fact]
    public void An_extension_that_the_report_has_overtaken_still_counts() =>
        Given(Recorded, Routed, Reported).When((Extend with { Step = Step(2) }).Decide)
            .Then(new DeadlineExtended(Number, 1, Unit, Due.AddDays(2), "连续降雨", Morning.AddHours(6)));

    [Fact]
    public void An_extension_never_shortens() => Given(Recorded, Routed).When((Extend with { Due = Due.AddHours(-1) }).Decide).ThenNothing();

    [Fact]
    public void A_struck_off_case_is_not_extended() => Given(Recorded, Routed, Reported, StruckOff).When(Extend.Decide).ThenNothing();
}
