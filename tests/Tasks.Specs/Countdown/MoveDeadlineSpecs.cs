using Campaign.Tasks.Assignments;
using Campaign.Tasks.Countdown;
using Campaign.Tasks.Deadlines;
using Campaign.Tasks.DueDates;
using static Campaign.Tasks.Specs.AssignmentStory;
using static Campaign.Tasks.Specs.CalendarStory;

namespace Campaign.Tasks.Specs.Countdown;

public sealed class MoveDeadlineSpecs
{
    private static readonly DateOnly First = Day("2024-09-15");
    private static readonly DateOnly Sooner = Day("2024-09-12");
    private static readonly AssignmentIssued Hung = Issued with { Anchor = new(DaysBefore: 10, DurationDays: 3, First) };
    private static readonly MoveDeadline Move = new(Sooner, "提前迎检", Noon);

    [Fact]
    public void A_deadline_hangs_on_the_evaluation_date() => Hung.Anchor!.Due.ShouldBe(Due);

    [Fact]
    public void It_moves_with_the_date_once() =>
        Given(Hung).When(Move.Decide).Then(new DeadlineMoved(TheUnit, Due, Due.AddDays(-3), "提前迎检", Noon, Sooner)).AndAgainNothing();

    [Fact]
    public void And_back_again() =>
        Given(Hung, new DeadlineMoved(TheUnit, Due, Due.AddDays(-3), "提前迎检", Noon, Sooner))
            .When(new MoveDeadline(First, "恢复", Noon).Decide).Then(new DeadlineMoved(TheUnit, Due.AddDays(-3), Due, "恢复", Noon, First));

    [Fact]
    public void What_it_was_extended_by_stays() =>
        Given(Hung, new DeadlineExtended(TheUnit, Later, "连续降雨", null, Noon))
            .When(Move.Decide).Then(new DeadlineMoved(TheUnit, Later, Later.AddDays(-3), "提前迎检", Noon, Sooner));

    [Fact]
    public void A_suspended_one_moves_and_resumes_from_where_it_moved_to()
    {
        var until = At("2024-09-10 09:00");
        var state = Given(
            Hung, new ClockSuspended(TheUnit, until, Due.AddDays(8), "停电", null, Noon, []),
            new DeadlineMoved(TheUnit, Due.AddDays(8), Due.AddDays(5), "提前迎检", Noon, Sooner));
        state.When(new ResumeClock("来电", Official, Noon.AddDays(1)).Decide)
            .Then(new ClockResumed(TheUnit, Due.AddDays(-3 + 1), "来电", Noon.AddDays(1), [new(2024, 0)]));
    }

    [Fact]
    public void What_is_done_or_does_not_hang_stays()
    {
        Given(Hung, Submitted, Approved).When(Move.Decide).ThenNothing();
        Given(Hung, Cancelled).When(Move.Decide).ThenNothing();
        Given(Issued).When(Move.Decide).ThenNothing();
    }

    [Fact]
    public void What_was_late_stays_late_in_its_history() =>
        Given(Hung).When(new MoveDeadline(Day("2024-10-15"), "推迟", Due.AddDays(1)).Decide)
            .Then(Overdue, new DeadlineMoved(TheUnit, Due, Due.AddDays(30), "推迟", Due.AddDays(1), Day("2024-10-15"))).AndAgainNothing();
}
