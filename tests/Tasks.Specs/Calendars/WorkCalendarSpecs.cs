using Campaign.Tasks.Calendars;
using Campaign.Testing;
using static Campaign.Tasks.Specs.CalendarStory;

namespace Campaign.Tasks.Specs;

public sealed class WorkCalendarSpecs
{
    [Theory]
    [InlineData("2024-09-27", nameof(DayKind.WorkingDay))]
    [InlineData("2024-09-28", nameof(DayKind.Weekend))]
    [InlineData("2024-09-29", nameof(DayKind.ShiftedWorkingDay))]
    [InlineData("2024-10-05", nameof(DayKind.Holiday))]
    [InlineData("2024-10-12", nameof(DayKind.ShiftedWorkingDay))]
    [InlineData("2024-02-09", nameof(DayKind.WorkingDay))]
    [InlineData("2025-01-28", nameof(DayKind.Holiday))]
    [InlineData("2026-01-04", nameof(DayKind.ShiftedWorkingDay))]
    [InlineData("2026-02-23", nameof(DayKind.Holiday))]
    public void The_arrangements_of_the_State_Council_are_shipped(string day, string kind) => Official.KindOf(Day(day)).ToString().ShouldBe(kind);

    [Theory]
    [InlineData(2024, "国办发明电〔2023〕7号", 28, 8)]
    [InlineData(2025, "国办发明电〔2024〕12号", 28, 5)]
    [InlineData(2026, "国办发明电〔2025〕7号", 33, 6)]
    public void Each_names_its_document(int year, string source, int holidays, int shifted)
    {
        var table = ShippedCalendars.All[year];
        (table.Source, table.Holidays.Sum(h => h.To.DayNumber - h.From.DayNumber + 1), table.WorkingDays.Count).ShouldBe((source, holidays, shifted));
        table.WorkingDays.ShouldAllBe(day => day.DayOfWeek == DayOfWeek.Saturday || day.DayOfWeek == DayOfWeek.Sunday);
        table.Windows.ShouldBe(Window.Default);
    }

    [Fact]
    public void A_year_without_a_table_has_plain_weekends()
    {
        Official.KindOf(Day("2027-10-01")).ShouldBe(DayKind.WorkingDay);
        Official.KindOf(Day("2027-10-02")).ShouldBe(DayKind.Weekend);
        Official.Editions(At("2026-12-31 09:00"), At("2027-01-04 09:00")).ShouldBe([new(2026, 0)]);
    }

    [Fact]
    public void Working_time_is_what_lies_in_the_windows()
    {
        Official.WorkingTimeBetween(At("2024-09-27 11:00"), At("2024-09-29 09:00")).ShouldBe(TimeSpan.FromHours(1 + 3.5 + 0.5));
        Official.WorkingTimeBetween(At("2024-10-01 00:00"), At("2024-10-07 24:00")).ShouldBe(TimeSpan.Zero);
    }
}

public sealed class ArrangeCalendarSpecs
{
    private static readonly CalendarYear Shipped = ShippedCalendars.All[2026];
    private static readonly CalendarYear Longer = Shipped with { Holidays = [.. Shipped.Holidays, new("本地节日", Day("2026-03-03"), Day("2026-03-03"))] };
    private static readonly DateTimeOffset Now = At("2026-01-05 09:00");

    [Fact]
    public void The_district_replaces_the_table_of_a_year() =>
        Given().When(new ArrangeCalendar(Longer, Now).Decide).Then(Arranged(Longer)).AndAgainNothing();

    [Fact]
    public void The_shipped_table_again_changes_nothing() => Given().When(new ArrangeCalendar(Shipped with { }, Now).Decide).ThenNothing();

    [Fact]
    public void It_may_go_back_to_the_shipped_one() =>
        Given(Arranged(Longer)).When(new ArrangeCalendar(Shipped, Now).Decide).Then(Arranged(Shipped));

    [Fact]
    public void A_table_keeps_to_its_year()
    {
        Given().When(new ArrangeCalendar(Longer with { Year = 2027 }, Now).Decide).ThenRefused(CalendarRules.HolidayOutside);
        Given().When(new ArrangeCalendar(new(2027, "x", null, [], [Day("2026-01-04")], Window.Default), Now).Decide)
            .ThenRefused(CalendarRules.WorkingDayOutside);
        Given().When(new ArrangeCalendar(new(1899, "x", null, [], [], Window.Default), Now).Decide).ThenRefused(CalendarRules.YearInvalid);
    }

    [Fact]
    public void Every_edition_is_kept() =>
        Given(Arranged(Longer), Arranged(Shipped)).State.Editions.Select(Json.Of).ShouldBe([Json.Of(Longer), Json.Of(Shipped)]);

    [Fact]
    public void What_a_person_may_have_mistyped_is_refused()
    {
        var validator = new CalendarEntry.Validator();
        var entry = new CalendarEntry("某文", null, [new("元旦", Day("2027-01-01"), Day("2027-01-03"))], [], null);
        validator.Validate(entry).IsValid.ShouldBeTrue();
        Codes(entry with { WorkingDays = [Day("2027-01-02")] }).ShouldBe(["working-day-is-holiday"]);
        Codes(entry with { WorkingDays = [Day("2027-01-04")] }).ShouldBe(["working-day-no-weekend"]);
        Codes(entry with { Windows = [new(new(14, 0), new(17, 0)), new(new(8, 0), new(12, 0))] }).ShouldBe(["windows-out-of-order"]);
        Codes(entry with { Windows = [] }).ShouldBe(["windows-out-of-order"]);

        IEnumerable<string> Codes(CalendarEntry wrong) => validator.Validate(wrong).Errors.Select(error => error.ErrorCode);
    }

    private static CalendarArranged Arranged(CalendarYear table) => new(Calendars.Stored.CalendarYear.Of(table), Now);

    private static Scenario<CalendarHistory> Given(params object[] history) => new(history);
}
