using Campaign.Tasks.Calendars;
using Campaign.Testing;
using static Campaign.Tasks.Specs.CalendarStory;

namespace Campaign.Tasks.Specs.Calendars;

public sealed class ArrangeCalendarSpecs
{
    private static readonly CalendarYear Shipped = ShippedCalendars.All[2026];
    private static readonly CalendarYear Longer =
        Shipped with { Holidays = [.. Shipped.Holidays, new("本地节日", Day("2026-03-03"), Day("2026-03-03"))] };
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

    private static CalendarArranged Arranged(CalendarYear table) => new(Tasks.Calendars.Stored.CalendarYear.Of(table), Now);

    private static Scenario<CalendarHistory> Given(params object[] history) => new(history);
}
