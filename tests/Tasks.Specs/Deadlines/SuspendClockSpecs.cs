using Campaign.Tasks.Assignments;
using Campaign.Tasks.Calendars;
using Campaign.Tasks.Deadlines;
using Campaign.Tasks.DueDates;
using static Campaign.Tasks.Specs.AssignmentStory;
using static Campaign.Tasks.Specs.CalendarStory;
using static Campaign.Tasks.Specs.Deadlines.SuspensionStory;

namespace Campaign.Tasks.Specs.Deadlines;

public sealed class SuspendClockSpecs
{
    [Fact]
    public void The_clock_stands_still_and_the_deadline_goes_on_by_as_much() =>
        Given(Issued).When(Suspend.Decide).Then(Suspended).AndAgainNothing();

    [Fact]
    public void It_stands_still_once() =>
        Given(Issued, Suspended, Ended).When((Suspend with { Until = Until.AddDays(1) }).Decide)
            .ThenRefused(DeadlineRules.SuspensionUsedUp);

    [Fact]
    public void For_a_year_at_most()
    {
        Given(Issued).When((Suspend with { Until = Noon.AddYears(1).AddSeconds(1) }).Decide).ThenRefused(DeadlineRules.SuspensionTooLong);
        Given(Issued).State.Clock.WasSuspended.ShouldBeFalse();
        (Suspend with { Until = Noon.AddYears(1) }).Decide(Given(Issued).State).Refusal.ShouldBeNull();
    }

    [Fact]
    public void Not_until_yesterday() =>
        Given(Issued).When((Suspend with { Until = Noon }).Decide).ThenRefused(DeadlineRules.SuspensionEndsBefore);

    [Fact]
    public void Nor_when_it_is_late()
    {
        Given(Issued, Overdue).When(Suspend.Decide).ThenRefused(DeadlineRules.OverdueNotSuspended);
        Given(Issued).When((Suspend with { Now = Due.AddSeconds(1) }).Decide).ThenRefused(DeadlineRules.OverdueNotSuspended);
    }

    [Fact]
    public void What_is_done_or_unknown_has_no_clock()
    {
        Given(Issued, Submitted, Approved).When(Suspend.Decide).ThenRefused(AssignmentRules.NotOpen);
        Given(Opened).When(Suspend.Decide).ThenRefused(AssignmentRules.NotOpen);
        Given().When(Suspend.Decide).ThenRefused(AssignmentRules.NotFound);
    }

    [Fact]
    public void Nothing_is_overdue_while_the_clock_stands_still() =>
        Given(Issued, Suspended).When(new BecomeOverdue(Due.AddDays(1)).Decide).ThenNothing();

    [Fact]
    public void Who_looks_when_all_is_over_sees_it_in_order() =>
        Given(Issued, Suspended).When(new BecomeOverdue(Shifted.AddHours(1)).Decide)
            .Then(Ended, Overdue with { Due = Shifted }).AndAgainNothing();

    [Fact]
    public void The_clock_of_a_rectification_stops_with_its_finding() =>
        Given(Opened, Routed).When(Suspend.Decide).Then(Suspended with { Case = TheFinding }).AndAgainNothing();

    [Theory]
    [InlineData("2024-09-06 10:00", "2024-09-06 15:00", "2024-09-06 17:30")]
    [InlineData("2024-09-06 10:00", "2024-09-06 18:00", "2024-09-09 17:30")]
    [InlineData("2024-09-06 10:00", "2024-09-07 10:00", "2024-09-09 17:30")]
    [InlineData("2024-09-05 10:00", "2024-09-07 10:00", "2024-09-09 17:30")]
    public void Who_was_stopped_on_the_last_day_has_the_rest_of_a_working_day(string from, string until, string later) =>
        SuspensionCalculator.Shift(Clock.WorkingDays, At("2024-09-06 17:30"), At(from), At(until), Official).ShouldBe(At(later));

    [Fact]
    public void The_clock_that_stops_is_the_one_it_is_counted_by()
    {
        var issued = Issued with { Term = new Term(Clock.WorkingHours, 8), Due = At("2024-09-03 10:00") };
        Given(issued).When(new SuspendClock(At("2024-09-09 08:00"), "停电", Official, At("2024-09-03 09:00")).Decide)
            .Then(new ClockSuspended(
                TheUnit, At("2024-09-09 08:00"), At("2024-09-09 09:30"), "停电", null, At("2024-09-03 09:00"), [new Edition(2024, 0)]));
    }
}
