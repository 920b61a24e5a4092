using Campaign.Tasks.Assignments;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs.Assignments;

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
    public void What_was_over_at_issue_is_never_overdue() =>
        Given(Issued, new AssignmentOverAtIssue(Morning)).When(Watch.Decide).ThenNothing();

    [Fact]
    public void What_is_approved_in_time_never_becomes_overdue() => Given(Issued, Submitted, Approved).When(Watch.Decide).ThenNothing();

    [Fact]
    public void Whether_a_rectification_is_late_its_case_says() => Given(Opened, Routed).When(Watch.Decide).ThenNothing();

    [Fact]
    public void What_nobody_issued_cannot_be_late() => Given().When(Watch.Decide).ThenNothing();
}
