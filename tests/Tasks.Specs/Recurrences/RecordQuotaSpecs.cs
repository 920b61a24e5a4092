using Campaign.Tasks.Assignments;
using Campaign.Tasks.Recurrences;
using Campaign.Testing;
using static Campaign.Tasks.Specs.AssignmentStory;
using static Campaign.Tasks.Specs.Recurrences.RecurrenceStory;

namespace Campaign.Tasks.Specs.Recurrences;

public sealed class RecordQuotaSpecs
{
    private static readonly Rule ThreeTimesAYear = new(Every.Year, Times: 3);
    private static readonly RecurrenceTerms Quota = new(
        "健康教育讲座", ThreeTimesAYear, Day("2024-01-01"), Units: [TheUnit], Until: Day("2024-12-31"));
    private static readonly RecordQuota Record = new(
        TheSeries, Quota, Committee with { Code = TheUnit }, Day("2024-08-20"), "第一讲", Photos, Officer, At("2024-09-02 09:00"));

    private static readonly QuotaRecorded Recorded = new(TheSeries, TheUnit, Day("2024-08-20"), "第一讲", Photos, At("2024-09-02 09:00"));

    [Fact]
    public void A_unit_records_one_of_the_times_and_the_same_one_once() => Given().When(Record.Decide).Then(Recorded).AndAgainNothing();

    [Fact]
    public void Another_on_the_same_day_is_another() =>
        Given(Recorded).When((Record with { Note = "第二讲" }).Decide).Then(Recorded with { Note = "第二讲" });

    [Fact]
    public void It_is_not_recorded_ahead() =>
        Given().When((Record with { Date = Day("2024-09-03") }).Decide).ThenRefused(RecurrenceRules.RecordInTheFuture);

    [Fact]
    public void It_is_recorded_for_days_on_which_it_is_asked()
    {
        Given().When((Record with { Terms = Quota with { From = Day("2024-08-21") } }).Decide)
            .ThenRefused(RecurrenceRules.RecordOutsideWindow);
        Given().When((Record with { Terms = Quota with { Until = Day("2024-08-19") } }).Decide)
            .ThenRefused(RecurrenceRules.RecordOutsideWindow);
    }

    [Fact]
    public void It_is_recorded_by_a_unit_of_which_it_is_asked()
    {
        Given().When((Record with { Unit = Department }).Decide).ThenRefused(RecurrenceRules.UnitNotAsked);
        Given().When((Record with { Unit = null }).Decide).ThenRefused(RecurrenceRules.UnitNotAsked);
        Given().When((Record with { Unit = Record.Unit! with { From = Day("2024-08-21") } }).Decide)
            .ThenRefused(RecurrenceRules.UnitNotAsked);
        Given().When((Record with { By = OfficerOfAnotherUnit }).Decide).ThenRefused(AssignmentRules.NotYourUnit);
    }

    [Fact]
    public void It_says_or_shows_something() =>
        Given().When((Record with { Note = null, Photos = [] }).Decide).ThenRefused(RecurrenceRules.RecordMissing);

    [Fact]
    public void What_has_dates_is_not_recorded_by_times() =>
        Given().When((Record with { Terms = Terms }).Decide).ThenRefused(RecurrenceRules.NotAQuota);

    [Theory]
    [InlineData("2024-01-01", 0, "OnPace", 0)]
    [InlineData("2024-04-30", 0, "OnPace", 0)]
    [InlineData("2024-05-01", 0, "Behind", 1)] // day 122 of 366
    [InlineData("2024-09-02", 1, "Behind", 2)]
    [InlineData("2024-09-02", 2, "OnPace", 2)]
    [InlineData("2024-02-01", 3, "Reached", 0)]
    [InlineData("2024-12-31", 2, "Behind", 3)]
    [InlineData("2025-01-01", 2, "FellShort", 3)]
    [InlineData("2023-12-31", 0, "NotBegun", 0)]
    public void Three_times_a_year_is_once_in_four_months(string today, int done, string state, int expected)
    {
        var pace = Pace.Of(ThreeTimesAYear, Quota.From, Quota.Until, 2024, [.. Enumerable.Repeat(Day("2024-02-01"), done)], Day(today))
            .Single();
        (pace.State.ToString(), pace.Expected).ShouldBe((state, expected));
    }

    [Fact]
    public void What_is_done_in_one_quarter_does_not_make_up_for_another()
    {
        var paces = Pace.Of(
            new(Every.Quarter, Times: 1), Quota.From, Quota.Until, 2024, [Day("2024-01-05"), Day("2024-01-06")], Day("2024-08-01"));
        paces.Select(pace => $"{pace.Period} {pace.Done} {pace.State}")
            .ShouldBe(["2024-Q1 2 Reached", "2024-Q2 0 FellShort", "2024-Q3 0 OnPace", "2024-Q4 0 NotBegun"]);
        var unit = UnitPace.Of("U001", "广场社区", paces);
        (unit.Done, unit.Behind, unit.Warning).ShouldBe((2, 1, "2024年第二季度应完成不少于 1 次，实际 0 次，少 1 次。"));
    }

    [Fact]
    public void A_year_that_begins_in_October_is_paced_over_three_months()
    {
        var pace = Pace.Of(ThreeTimesAYear, Day("2024-10-01"), null, 2024, [], Day("2024-11-15")).Single();
        (pace.Required, pace.Expected, pace.State).ShouldBe((3, 1, PaceState.Behind));
        UnitPace.Of("U001", "广场社区", [pace]).Warning.ShouldBe("2024年应完成不少于 3 次，按进度应完成 1 次，已完成 0 次，落后 1 次。");
    }

    [Fact]
    public void Who_keeps_up_is_not_warned() =>
        UnitPace.Of("U001", "广场社区", Pace.Of(ThreeTimesAYear, Quota.From, null, 2024, [], Day("2024-01-02"))).Warning.ShouldBeNull();

    private static Scenario<UnitQuota> Given(params object[] history) => new(history);
}
