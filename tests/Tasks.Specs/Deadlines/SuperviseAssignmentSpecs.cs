using Campaign.Tasks.Assignments;
using Campaign.Tasks.Deadlines;
using Campaign.Tasks.Rectifications;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs.Deadlines;

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
    public void A_deadline_nobody_noted_yet_is_noted_first() =>
        Given(Issued).When(Supervise.Decide).Then(Overdue, Supervised).AndAgainNothing();

    [Fact]
    public void A_rectification_is_pressed_when_its_case_is_late() =>
        Given(Opened, Routed, new RectificationBecameOverdue(TheFinding, 4, TheUnit, Due)).When(Supervise.Decide).Then(Supervised);

    [Fact]
    public void What_is_in_time_is_not_pressed() =>
        Given(Issued).When((Supervise with { Now = Due }).Decide).ThenRefused(DeadlineRules.NotOverdue);

    [Fact]
    public void What_is_done_is_not_pressed() =>
        Given(Issued, Overdue, Approved).When(Supervise.Decide).ThenRefused(AssignmentRules.NotOpen);

    [Fact]
    public void What_nobody_issued_is_not_found() => Given().When(Supervise.Decide).ThenRefused(AssignmentRules.NotFound);
}
