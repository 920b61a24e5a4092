using Campaign.Tasks.Assignments;
using Campaign.Tasks.Deadlines;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs.Deadlines;

public sealed class AppealOverdueSpecs
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
