using Campaign.Tasks.Assignments;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs;

public sealed class ReassignAssignmentSpecs
{
    private static readonly ReassignAssignment Reassign = new(AnotherUnit, "路段已移交", Noon);

    [Fact]
    public void Another_unit_begins_anew_with_the_same_deadline() =>
        Given(Issued, Acknowledged).When(Reassign.Decide)
            .Then(new AssignmentReassigned(TheUnit, AnotherUnit, Due, "路段已移交", null, Noon)).AndAgainNothing();

    [Fact]
    public void The_unit_that_had_it_has_it_no_more() =>
        Given(Issued, new AssignmentReassigned(TheUnit, AnotherUnit, Due, "路段已移交", null, Noon))
            .When(new SubmitAssignment(Kinds, Officer, Photos, null, Noon).Decide).ThenRefused(AssignmentRules.NotYourUnit);

    [Fact]
    public void Others_may_help_from_now_on_and_the_guarantor_stays() =>
        Given(Issued with { Guarantor = ThePost }).When((Reassign with { CooperatingUnits = ["U020"] }).Decide)
            .Then(new AssignmentReassigned(TheUnit, AnotherUnit, Due, "路段已移交", null, Noon, ["U020"], ThePost)).AndAgainNothing();

    [Fact]
    public void Another_guarantor_may_be_named() =>
        Given(Issued with { Guarantor = ThePost }).When((Reassign with { Guarantor = "P02" }).Decide)
            .Then(new AssignmentReassigned(TheUnit, AnotherUnit, Due, "路段已移交", null, Noon, null, "P02"));

    [Fact]
    public void To_the_unit_that_has_it_nothing_is_handed_on() =>
        Given(Issued).When((Reassign with { Unit = TheUnit, CooperatingUnits = ["U020"] }).Decide).ThenRefused(AssignmentRules.SameUnit);

    [Fact]
    public void What_is_done_stays_where_it_was() => Given(Issued, Submitted, Approved).When(Reassign.Decide).ThenRefused(AssignmentRules.NotOpen);

    [Fact]
    public void What_waits_in_the_queue_is_routed_and_not_reassigned() => Given(Opened).When(Reassign.Decide).ThenRefused(AssignmentRules.NotOpen);

    [Fact]
    public void What_nobody_issued_is_not_found() => Given().When(Reassign.Decide).ThenRefused(AssignmentRules.NotFound);
}

public sealed class CancelAssignmentSpecs
{
    private static readonly CancelAssignment Cancel = new("重复下达", Noon);

    [Fact]
    public void An_open_assignment_is_cancelled_with_the_reason() => Given(Issued).When(Cancel.Decide).Then(Cancelled).AndAgainNothing();

    [Fact]
    public void What_is_approved_stays_approved() => Given(Issued, Submitted, Approved).When(Cancel.Decide).ThenRefused(AssignmentRules.NotOpen);

    [Fact]
    public void A_rectification_is_called_off_with_its_case_only() =>
        Given(Opened, Routed).When(Cancel.Decide).ThenRefused(AssignmentRules.FollowsFinding);

    [Fact]
    public void What_nobody_issued_is_not_found() => Given().When(Cancel.Decide).ThenRefused(AssignmentRules.NotFound);
}

public sealed class BecomeOverdueSpecs
{
    private static readonly BecomeOverdue Watch = new(Due.AddSeconds(5));

    [Fact]
    public void A_passed_deadline_is_noted_once_as_of_the_deadline() => Given(Issued).When(Watch.Decide).Then(Overdue).AndAgainNothing();

    [Fact]
    public void Submitted_is_not_yet_approved() => Given(Issued, Submitted).When(Watch.Decide).Then(Overdue);

    [Fact]
    public void At_the_deadline_itself_it_is_in_time() => Given(Issued).When(new BecomeOverdue(Due).Decide).ThenNothing();

    [Fact]
    public void An_extended_deadline_has_not_passed() =>
        Given(Issued, new DeadlineExtended(TheUnit, Later, "连续降雨", null, Noon)).When(Watch.Decide).ThenNothing();

    [Fact]
    public void What_was_over_at_issue_is_never_overdue() => Given(Issued, new AssignmentOverAtIssue(Morning)).When(Watch.Decide).ThenNothing();

    [Fact]
    public void What_is_approved_in_time_never_becomes_overdue() => Given(Issued, Submitted, Approved).When(Watch.Decide).ThenNothing();

    [Fact]
    public void Whether_a_rectification_is_late_its_case_says() => Given(Opened, Routed).When(Watch.Decide).ThenNothing();

    [Fact]
    public void What_nobody_issued_cannot_be_late() => Given().When(Watch.Decide).ThenNothing();
}
