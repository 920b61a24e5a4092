using Campaign.Tasks.Assignments;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs.Assignments;

public sealed class CancelAssignmentSpecs
{
    private static readonly CancelAssignment Cancel = new("重复下达", Noon);

    [Fact]
    public void An_open_assignment_is_cancelled_with_the_reason() => Given(Issued).When(Cancel.Decide).Then(Cancelled).AndAgainNothing();

    [Fact]
    public void What_is_approved_stays_approved() =>
        Given(Issued, Submitted, Approved).When(Cancel.Decide).ThenRefused(AssignmentRules.NotOpen);

    [Fact]
    public void A_rectification_is_called_off_with_its_case_only() =>
        Given(Opened, Routed).When(Cancel.Decide).ThenRefused(AssignmentRules.FollowsFinding);

    [Fact]
    public void What_nobody_issued_is_not_found() => Given().When(Cancel.Decide).ThenRefused(AssignmentRules.NotFound);
}
