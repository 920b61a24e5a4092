using Campaign.Tasks.Assignments;
using Campaign.Tasks.Deadlines;
using Campaign.Tasks.Rectifications;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs;

public sealed class SuperviseAssignmentSpecs
{
    private static readonly DateTimeOffset After = Due.AddHours(1);
    private static readonly SuperviseAssignment Supervise = new("三天未动", After);
    private static readonly AssignmentSupervised Supervised = new(TheUnit, Due, "三天未动", After);

    [Fact]
    public void What_is_overdue_is_pressed_once_for_its_deadline()
    {
        Given(Issued, Overdue).When(Supervise.Decide).Then(Supervised).AndAgainNothing();
        Given(Issued, Overdue, Supervised).When((Supervise with { Reason = "仍未动" }).Decide).ThenNothing();
    }

    [Fact]
    public void A_deadline_nobody_noted_yet_is_noted_first() => Given(Issued).When(Supervise.Decide).Then(Overdue, Supervised).AndAgainNothing();

    [Fact]
    public void A_rectification_is_pressed_when_its_case_is_late() =>
        Given(Opened, Routed, new RectificationBecameOverdue(TheCase, 4, TheUnit, Due)).When(Supervise.Decide).Then(Supervised);

    [Fact]
    public void What_is_in_time_is_not_pressed() =>
        Given(Issued).When((Supervise with { Now = Due }).Decide).ThenRefused(DeadlineRules.NotOverdue);

    [Fact]
    public void What_is_done_is_not_pressed() => Given(Issued, Overdue, Approved).When(Supervise.Decide).ThenRefused(AssignmentRules.NotOpen);

    [Fact]
    public void What_nobody_issued_is_not_found() => Given().When(Supervise.Decide).ThenRefused(AssignmentRules.NotFound);
}

/// <summary>The watch may come late; the fact comes first all the same.</summary>
public sealed class OverdueBeforeSpecs
{
    private static readonly DateTimeOffset After = Due.AddHours(8);

    [Fact]
    public void What_is_approved_after_its_deadline_was_overdue() =>
        Given(Issued, Submitted).When(new ApproveAssignment(OfficeReviews, After).Decide)
            .Then(Overdue, new AssignmentApproved(TheUnit, After)).AndAgainNothing();

    [Fact]
    public void So_was_what_is_handed_on_or_cancelled()
    {
        Given(Issued).When(new ReassignAssignment(AnotherUnit, "移交", After).Decide)
            .Then(Overdue, new AssignmentReassigned(TheUnit, AnotherUnit, Due, "移交", null, After));
        Given(Issued).When(new CancelAssignment("重复下达", After).Decide).Then(Overdue, new AssignmentCancelled(TheUnit, "重复下达", After));
    }

    [Fact]
    public void What_was_noted_is_not_noted_again() =>
        Given(Issued, Submitted, Overdue).When(new ApproveAssignment(OfficeReviews, After).Decide).Then(new AssignmentApproved(TheUnit, After));
}

public sealed class OverdueAppealSpecs
{
    private static readonly AppealOverdue Appeal = new(Officer, "停水两天", Later);
    private static readonly OverdueAppealed Appealed = new(TheUnit, Due, "停水两天", Later);
    private static readonly DecideAppeal Uphold = new(Upheld: true, "属实", Later);
    private static readonly OverdueAppealUpheld Upheld = new(TheUnit, Due, "属实", Later);
    private static readonly OverdueAppealDismissed Dismissed = new(TheUnit, Due, "不属实", Later);

    [Fact]
    public void Who_was_late_appeals_even_after_the_work_is_done() =>
        Given(Issued, Overdue, Submitted, Approved).When(Appeal.Decide).Then(Appealed).AndAgainNothing();

    [Fact]
    public void Who_was_never_late_has_nothing_to_appeal() => Given(Issued).When(Appeal.Decide).ThenRefused(DeadlineRules.NotOverdue);

    [Fact]
    public void Another_unit_does_not_appeal() =>
        Given(Issued, Overdue).When((Appeal with { By = OfficerOfAnotherUnit }).Decide).ThenRefused(AssignmentRules.NotYourUnit);

    [Fact]
    public void Upheld_keeps_the_fact() =>
        Given(Issued, Overdue, Appealed).When(Uphold.Decide).Then(Upheld).AndAgainNothing();

    [Fact]
    public void The_fact_of_being_late_stays() => Given(Issued, Overdue, Appealed, Upheld).State.Overdue.ShouldBeTrue();

    [Fact]
    public void Dismissed_is_dismissed()
    {
        Given(Issued, Overdue, Appealed).When(new DecideAppeal(Upheld: false, "不属实", Later).Decide).Then(Dismissed).AndAgainNothing();
        Given(Issued, Overdue, Appealed, Dismissed).When(Uphold.Decide).ThenRefused(DeadlineRules.AppealDecided);
        Given(Issued, Overdue, Appealed, Dismissed).When(Appeal.Decide).ThenRefused(DeadlineRules.AppealDecided);
    }

    [Fact]
    public void Without_an_appeal_there_is_no_verdict() => Given(Issued, Overdue).When(Uphold.Decide).ThenRefused(DeadlineRules.NoAppeal);

    [Fact]
    public void Another_missed_deadline_may_be_appealed_again() =>
        Given(Issued, Overdue, Appealed, Dismissed, Overdue with { Due = Later }).When(Appeal.Decide).Then(Appealed with { Due = Later });
}
