using Campaign.Tasks.Assignments;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs;

public sealed class MoveDeadlineSpecs
{
    private static readonly MoveDeadline Move = new(Later, "方案调整", Noon);

    [Fact]
    public void An_open_assignment_is_due_when_the_plan_says_now() =>
        Given(Issued).When(Move.Decide).Then(new DeadlineMoved(TheUnit, Due, Later, "方案调整", Noon)).AndAgainNothing();

    [Fact]
    public void A_deadline_may_move_to_an_earlier_day() =>
        Given(Issued).When((Move with { Due = Due.AddDays(-1) }).Decide).Then(new DeadlineMoved(TheUnit, Due, Due.AddDays(-1), "方案调整", Noon));

    [Fact]
    public void A_moved_deadline_counts_as_no_extension() =>
        Given(Issued, new DeadlineMoved(TheUnit, Due, Later, "方案调整", Noon)).State.Extensions.ShouldBe(0);

    [Fact]
    public void What_was_overdue_is_not_so_before_its_new_deadline() =>
        Given(Issued, Overdue, new DeadlineMoved(TheUnit, Due, Later, "方案调整", Noon)).State.Overdue.ShouldBeFalse();

    [Fact]
    public void What_is_done_keeps_its_deadline() =>
        Given(Issued, Submitted, Approved).When(Move.Decide).ThenRefused(AssignmentRules.NotOpen);
}
