using Campaign.Tasks.Assignments;
using Campaign.Tasks.Rectifications;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs;

public sealed class FollowFindingSpecs
{
    [Fact]
    public void A_rejected_rectification_is_returned_to_the_unit()
    {
        Given(Opened, Routed, Reported).When(new FollowRejection(TheCase, 5, TheUnit, Due, "仍有残留", Noon).Decide).Then(Rejected).AndAgainNothing();
        Given(Opened, Routed, Reported, Rejected).State.Status.ShouldBe(AssignmentStatus.Returned);
    }

    [Fact]
    public void A_case_struck_off_approves_its_rectification()
    {
        Given(Opened, Routed, Reported).When(new FollowStrikeOff(TheCase, 7, TheUnit, Due, Noon.AddHours(1)).Decide).Then(StruckOff).AndAgainNothing();
        Given(Opened, Routed, Reported, StruckOff).State.Status.ShouldBe(AssignmentStatus.Approved);
    }

    [Fact]
    public void A_voided_case_cancels_its_rectification()
    {
        var calledOff = new RectificationCalledOff(TheCase, 3, "误登", Noon);
        Given(Opened, Routed).When(new FollowCallingOff(TheCase, 3, "误登", Noon).Decide).Then(calledOff).AndAgainNothing();
        Given(Opened, Routed, calledOff).State.Status.ShouldBe(AssignmentStatus.Cancelled);
    }

    [Fact]
    public void A_late_case_makes_its_rectification_overdue_once()
    {
        var late = new RectificationBecameOverdue(TheCase, 4, TheUnit, Due);
        Given(Opened, Routed).When(new FollowOverdue(TheCase, 4, TheUnit, Due).Decide).Then(late).AndAgainNothing();
        Given(Opened, Routed, late).When(new FollowOverdue(TheCase, 9, AnotherUnit, Due).Decide).ThenNothing();
        Given(Opened, Routed, late).State.Overdue.ShouldBeTrue();
    }

    [Fact]
    public void A_rejection_that_was_followed_does_not_undo_what_was_reported_since() =>
        Given(Opened, Routed, Reported, Rejected, Reported).When(new FollowRejection(TheCase, 5, TheUnit, Due, "仍有残留", Noon).Decide).ThenNothing();

    [Fact]
    public void A_verdict_on_a_unit_that_handed_it_on_is_too_late() =>
        Given(Opened, Routed, Reported, new AssignmentReassigned(TheUnit, AnotherUnit, Due, "路段已移交", TheCase, Noon))
            .When(new FollowRejection(TheCase, 5, TheUnit, Due, "仍有残留", Noon).Decide).ThenNothing();

    [Fact]
    public void A_case_struck_off_while_it_was_handed_on_belongs_to_the_unit_that_did_it()
    {
        var state = Given(Opened, Routed, Reported, new AssignmentReassigned(TheUnit, AnotherUnit, Due, "路段已移交", TheCase, Noon), StruckOff).State;
        (state.Status, state.Unit).ShouldBe((AssignmentStatus.Approved, TheUnit));
    }

    [Fact]
    public void The_echo_of_an_extension_granted_here_says_nothing_new() =>
        Given(Opened, Routed, new DeadlineExtended(TheUnit, Later, "连续降雨", TheCase, Noon))
            .When(new FollowExtension(TheCase, 3, TheUnit, Later, Noon).Decide).ThenNothing();

    [Fact]
    public void The_echo_of_a_decline_does_not_take_the_case_from_the_unit_it_went_to() =>
        Given(Opened, Routed, Declined, new RectificationIssued(TheCase, AnotherUnit, [], null, Later, Noon))
            .When(new FollowDecline(TheCase, 3, TheUnit, Noon).Decide).ThenNothing();

    [Fact]
    public void A_deadline_extended_here_survives_an_older_one_in_a_verdict()
    {
        var state = Given(Opened, Routed, Reported, new DeadlineExtended(TheUnit, Later, "连续降雨", TheCase, Noon), Rejected).State;
        (state.Status, state.Due).ShouldBe((AssignmentStatus.Returned, Later));
    }

    [Fact]
    public void A_case_taken_over_from_a_ledger_goes_on_here()
    {
        var takenOver = new RectificationTakenOver(TheCase, 2, TheUnit, Due, Morning);
        Given(Opened, takenOver).When(new SubmitAssignment(Kinds, Officer, Photos, null, Noon).Decide)
            .Then(new AssignmentSubmitted(TheUnit, Photos, null, TheCase, Noon));
    }
}
