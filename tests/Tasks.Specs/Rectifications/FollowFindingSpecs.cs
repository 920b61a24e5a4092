using Campaign.Tasks.Assignments;
using Campaign.Tasks.Rectifications;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs.Rectifications;

public sealed class FollowFindingSpecs
{
    [Fact]
    public void A_rejected_rectification_is_returned_to_the_unit()
    {
        Given(Opened, Routed, Reported).When(new FollowRejection(TheFinding, 5, TheUnit, Due, "仍有残留", Noon).Decide).Then(Rejected)
            .AndAgainNothing();
        Given(Opened, Routed, Reported, Rejected).State.Status.ShouldBe(AssignmentStatus.Returned);
    }

    [Fact]
    public void A_case_struck_off_approves_its_rectification()
    {
        Given(Opened, Routed, Reported).When(new FollowStrikeOff(TheFinding, 7, TheUnit, Due, Noon.AddHours(1)).Decide).Then(StruckOff)
            .AndAgainNothing();
        Given(Opened, Routed, Reported, StruckOff).State.Status.ShouldBe(AssignmentStatus.Approved);
    }

    [Fact]
    public void A_voided_case_cancels_its_rectification()
    {
        var calledOff = new RectificationCalledOff(TheFinding, 3, "误登", Noon);
        Given(Opened, Routed).When(new FollowCallingOff(TheFinding, 3, "误登", Noon).Decide).Then(calledOff).AndAgainNothing();
        Given(Opened, Routed, calledOff).State.Status.ShouldBe(AssignmentStatus.Cancelled);
    }

    [Fact]
    public void A_late_case_makes_its_rectification_overdue_once()
    {
        var late = new RectificationBecameOverdue(TheFinding, 4, TheUnit, Due);
        Given(Opened, Routed).When(new FollowOverdue(TheFinding, 4, TheUnit, Due).Decide).Then(late).AndAgainNothing();
        Given(Opened, Routed, late).When(new FollowOverdue(TheFinding, 9, AnotherUnit, Due).Decide).ThenNothing();
        Given(Opened, Routed, late).State.Overdue.ShouldBeTrue();
    }

    [Fact]
    public void A_rejection_that_was_followed_does_not_undo_what_was_reported_since() =>
        Given(Opened, Routed, Reported, Rejected, Reported).When(new FollowRejection(TheFinding, 5, TheUnit, Due, "仍有残留", Noon).Decide)
            .ThenNothing();

    [Fact]
    public void A_verdict_on_a_unit_that_handed_it_on_is_too_late() =>
        Given(Opened, Routed, Reported, new AssignmentReassigned(TheUnit, AnotherUnit, Due, "路段已移交", TheFinding, Noon))
            .When(new FollowRejection(TheFinding, 5, TheUnit, Due, "仍有残留", Noon).Decide).ThenNothing();

    [Fact]
    public void A_case_struck_off_while_it_was_handed_on_belongs_to_the_unit_that_did_it()
    {
        var state = Given(Opened, Routed, Reported, new AssignmentReassigned(TheUnit, AnotherUnit, Due, "路段已移交", TheFinding, Noon),
            StruckOff).State;
        (state.Status, state.Unit).ShouldBe((AssignmentStatus.Approved, TheUnit));
    }

    [Fact]
    public void The_echo_of_an_extension_granted_here_says_nothing_new() =>
        Given(Opened, Routed, new DeadlineExtended(TheUnit, Later, "连续降雨", TheFinding, Noon))
            .When(new FollowExtension(TheFinding, 3, TheUnit, Later, Noon).Decide).ThenNothing();

    [Fact]
    public void The_echo_of_a_decline_does_not_take_the_case_from_the_unit_it_went_to() =>
        Given(Opened, Routed, Declined, new RectificationIssued(TheFinding, AnotherUnit, [], null, Later, Noon))
            .When(new FollowDecline(TheFinding, 3, TheUnit, Noon).Decide).ThenNothing();

    [Fact]
    public void A_deadline_extended_here_survives_an_older_one_in_a_verdict()
    {
        var state = Given(Opened, Routed, Reported, new DeadlineExtended(TheUnit, Later, "连续降雨", TheFinding, Noon), Rejected).State;
        (state.Status, state.Due).ShouldBe((AssignmentStatus.Returned, Later));
    }

    [Fact]
    public void A_case_taken_over_from_a_ledger_goes_on_here()
    {
        var takenOver = new RectificationTakenOver(TheFinding, 2, TheUnit, Due, Morning);
        Given(Opened, takenOver).When(new SubmitAssignment(Kinds, Officer, Photos, null, Noon).Decide)
            .Then(new AssignmentSubmitted(TheUnit, Photos, null, TheFinding, Noon));
    }
}
