using Campaign.Tasks.Calendars;
using Campaign.Tasks.DueDates;
using static Campaign.Tasks.Specs.CalendarStory;

namespace Campaign.Tasks.Specs.DueDates;

public sealed class TermSpecs
{
    [Theory]
    // 紧急工作时 runs through nights and holidays.
    [InlineData("UrgentHours", 24, "2024-09-30 20:00", "2024-10-01 20:00")]
    [InlineData("UrgentHours", 0.5, "2024-10-05 23:45", "2024-10-06 00:15")]
    // 工作时 within the windows of working days; a Friday evening goes on at the 调休 Sunday.
    [InlineData("WorkingHours", 4, "2024-09-27 20:00", "2024-09-29 14:30")]
    [InlineData("WorkingHours", 7, "2024-09-30 14:00", "2024-10-08 12:00")]
    [InlineData("WorkingHours", 1, "2024-09-30 11:30", "2024-09-30 14:30")]
    [InlineData("WorkingHours", 1, "2024-10-12 07:00", "2024-10-12 09:30")]
    // 工作日 ends at the last window of the n-th working day.
    [InlineData("WorkingDays", 5, "2024-09-30 10:00", "2024-10-12 17:30")]
    [InlineData("WorkingDays", 2, "2024-09-27 20:00", "2024-09-30 17:30")]
    [InlineData("WorkingDays", 1, "2024-09-28 10:00", "2024-09-29 17:30")]
    [InlineData("WorkingDays", 1, "2025-12-31 16:00", "2026-01-04 17:30")]
    [InlineData("WorkingDays", 5, "2027-10-01 09:00", "2027-10-08 17:30")]
    // 自然日 ends at 24:00 of the n-th day.
    [InlineData("NaturalDays", 3, "2024-09-30 10:00", "2024-10-03 24:00")]
    [InlineData("NaturalDays", 1, "2024-02-28 23:59", "2024-02-29 24:00")]
    [InlineData("NaturalDays", 1, "2024-03-01 00:00", "2024-03-02 24:00")]
    public void A_term_ends(string clock, double amount, string start, string due) =>
        new Term(Enum.Parse<Clock>(clock), (decimal)amount).From(At(start), Official).ShouldBe(At(due));

    [Theory]
    [InlineData("NaturalDays", 3, "2024-09-05 24:00", "2024-09-08 24:00")]
    [InlineData("WorkingDays", 1, "2024-09-27 17:30", "2024-09-29 17:30")]
    [InlineData("WorkingHours", 3.5, "2024-09-30 12:00", "2024-09-30 17:30")]
    [InlineData("UrgentHours", 2, "2024-09-30 24:00", "2024-10-01 02:00")]
    public void Counted_on_from_a_deadline_24_00_ends_its_day(string clock, double amount, string due, string later) =>
        new Term(Enum.Parse<Clock>(clock), (decimal)amount).Beyond(At(due), Official).ShouldBe(At(later));

    [Theory]
    [InlineData("2024-09-05 24:00", "NaturalDays", 3)]
    [InlineData("2024-09-02 24:00", "NaturalDays", 1)]
    [InlineData("2024-09-06 17:30", "WorkingDays", 4)]
    [InlineData("2024-09-06 12:00", "UrgentHours", 96)]
    [InlineData("2024-09-03 10:30", "UrgentHours", 25.5)]
    public void A_named_deadline_has_a_limit_too(string due, string clock, double amount) =>
        Limit.Of(null, At("2024-09-02 09:00"), At(due), Official).ShouldBe(new Term(Enum.Parse<Clock>(clock), (decimal)amount));

    [Fact]
    public void The_limit_of_a_term_is_the_term() =>
        Limit.Of(new(Clock.WorkingHours, 8), At("2024-09-02 09:00"), At("2024-09-03 09:00"), Official).ShouldBe(new(Clock.WorkingHours, 8));

    [Theory]
    [InlineData("2024-09-29", "下班前", "2024-09-29 17:30")]
    [InlineData("2024-10-01", "中午前", "2024-10-01 12:00")]
    [InlineData("2024-10-01", "24:00", "2024-10-01 24:00")]
    public void A_day_has_its_moments(string day, string moment, string due)
    {
        var (deadline, _) = new DeadlineOrder(null, null, new(Day(day), moment), null)
            .Count(At("2024-09-02 09:00"), Official, evaluation: null);
        deadline!.Due.ShouldBe(At(due));
    }

    [Fact]
    public void Nobody_leaves_work_on_a_holiday() =>
        new DeadlineOrder(null, null, new(Day("2024-10-01"), "下班前"), null).Count(At("2024-09-02 09:00"), Official, null).Refusal
            .ShouldBe(TermRules.DayNotWorking);

    [Fact]
    public void Half_a_day_is_no_day() =>
        new DeadlineOrder(null, new(Clock.WorkingDays, 1.5m), null, null).Count(At("2024-09-02 09:00"), Official, null).Refusal
            .ShouldBe(TermRules.NotWhole);

    [Fact]
    public void A_countback_needs_an_evaluation_date()
    {
        var order = new DeadlineOrder(null, null, null, new Countback(10, 5));
        order.Count(At("2024-09-02 09:00"), Official, null).Refusal.ShouldBe(TermRules.NoEvaluationDate);
        order.Count(At("2024-09-02 09:00"), Official, Day("2024-11-20")).Deadline!.Due.ShouldBe(At("2024-11-10 24:00"));
    }

    [Fact]
    public void A_term_names_the_tables_it_was_counted_by() =>
        new DeadlineOrder(null, new(Clock.WorkingDays, 1), null, null).Count(At("2025-12-31 16:00"), Official, null).Deadline!.Calendar
            .ShouldBe([new Edition(2025, 0), new Edition(2026, 0)]);
}
