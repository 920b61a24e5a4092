using Campaign.Tasks.Calendars;
using Campaign.Tasks.Recurrences;
using static Campaign.Tasks.Specs.Recurrences.RecurrenceStory;

namespace Campaign.Tasks.Specs.Recurrences;

/// <summary>
/// Rules under the holidays of the State Council: in 2024 the National Day's lasted from Tuesday, 1 October, to Monday, 7.
/// </summary>
public sealed class AlmanacSpecs
{
    private static readonly Rule Fridays = new(Every.Week, [DayOfWeek.Friday]);

    [Theory]
    [InlineData("Keep", "2024-09-27 2024-10-04 2024-10-11")]
    [InlineData("Skip", "2024-09-27 2024-10-11")]
    [InlineData("ShiftBefore", "2024-09-27 2024-09-30 2024-10-11")]
    [InlineData("ShiftAfter", "2024-09-27 2024-10-08 2024-10-11")]
    public void A_Friday_within_the_holidays(string rule, string days) =>
        Names(Fridays with { OnHoliday = Enum.Parse<HolidayRule>(rule) }).ShouldBe(days);

    [Fact]
    public void A_rule_written_before_it_could_say_so_keeps_its_days() =>
        Names(Fridays).ShouldBe("2024-09-27 2024-10-04 2024-10-11");

    [Fact]
    public void A_day_that_was_moved_says_from_where() =>
        Slots(Fridays with { OnHoliday = HolidayRule.ShiftAfter }, "2024-10-08", "2024-10-09").Single().Label
            .ShouldBe("2024年10月8日，原定10月4日");

    [Fact]
    public void Before_a_holiday_is_the_last_day_on_which_people_work_be_it_a_shifted_Sunday() =>
        // 2025-01-31, the last Friday of January, lies in the Spring Festival, 28 January to 4 February; Sunday the 26th was worked.
        Names(new(Every.Month, [DayOfWeek.Friday], Nth.Last, OnHoliday: HolidayRule.ShiftBefore), "2025-01-01", "2025-02-01")
            .ShouldBe("2025-01-27");

    [Fact]
    public void Days_that_meet_are_one_and_the_day_that_was_meant_is_none_that_was_moved()
    {
        var slots = Slots(
            new(Every.Week, [DayOfWeek.Tuesday, DayOfWeek.Wednesday], OnHoliday: HolidayRule.ShiftAfter), "2024-09-30", "2024-10-13")
                .ToList();
        slots.Select(slot => slot.Label).ShouldBe(["2024年10月8日", "2024年10月9日"]);
    }

    [Fact]
    public void A_weekend_is_no_holiday() =>
        Names(new(Every.Week, [DayOfWeek.Saturday], OnHoliday: HolidayRule.Skip), "2024-10-07", "2024-10-21")
            .ShouldBe("2024-10-12 2024-10-19");

    [Fact]
    public void What_was_meant_for_a_day_before_the_first_is_not_moved_into_it() =>
        (Fridays with { OnHoliday = HolidayRule.ShiftAfter })
            .Slots(Day("2024-10-05"), Day("2024-10-12"), new(CalendarStory.Official, Day("2024-10-05")))
            .Select(slot => slot.Name).ShouldBe(["2024-10-11"]);

    [Theory]
    [InlineData("2024-12-16", "2024-12-20 2025-01-03 2025-01-17")]
    [InlineData("2024-12-22", "2024-12-20 2025-01-03 2025-01-17")] // the Sunday of the same week; its Friday is over
    [InlineData("2024-12-23", "2024-12-27 2025-01-10 2025-01-24")]
    public void Every_second_Friday_counts_from_the_week_it_begins_in(string begins, string days) =>
        string.Join(' ', new Rule(Every.TwoWeeks, [DayOfWeek.Friday])
            .Slots(Day("2024-12-16"), Day("2025-01-27"), new(WorkCalendar.Plain, Day(begins))).Select(slot => slot.Name))
            .ShouldBe(string.Join(' ', days.Split(' ').Where(day => Day(day) >= Day(begins))));

    [Fact]
    public void Fortnights_go_on_over_the_turn_of_the_year()
    {
        var slots = new Rule(Every.TwoWeeks)
            .Slots(Day("2024-12-01"), Day("2025-02-01"), new(WorkCalendar.Plain, Day("2024-12-10"))).ToList();
        slots.Select(slot => slot.Name).ShouldBe(["2024-W50~51", "2024-W52~01", "2025-W02~03", "2025-W04~05"]);
        (slots[1].Label, slots[1].Start, slots[1].Due)
            .ShouldBe(("2024年第52—1周", At("2024-12-23 00:00"), At("2025-01-06 00:00")));
    }

    [Theory]
    [InlineData("08:00-11:30 15:00-18:00", "08:00—11:30", "15:00—18:00")] // summer hours
    [InlineData("08:30-12:30 13:30-17:00", "08:30—12:30", "13:30—17:00")]
    [InlineData("09:00-15:00", "09:00—12:00", "12:00—15:00")]
    [InlineData("08:00-10:00 10:15-12:00 14:00-16:00", "08:00—12:00", "14:00—16:00")]
    [InlineData("14:00-18:00", "08:30—12:00", "14:00—18:00")]
    public void Morning_and_afternoon_are_those_of_the_calendar(string hours, string morning, string afternoon)
    {
        var windows = hours.Split(' ').Select(window => window.Split('-'))
            .Select(ends => new Window(Time(ends[0]), Time(ends[1]))).ToList();
        ($"{TimeWindow.MorningOf(windows)}", $"{TimeWindow.AfternoonOf(windows)}").ShouldBe((morning, afternoon));
    }

    [Fact]
    public void An_afternoon_has_the_hours_of_its_year()
    {
        var calendar = new WorkCalendar(
            [(new CalendarYear(2024, "", null, [], [], [new(Time("08:00"), Time("11:30")), new(Time("15:00"), Time("18:00"))]), 1)]);
        var slot = FridayAfternoon.Slots(Day("2024-09-06"), Day("2024-09-07"), new(calendar, default)).Single();
        (slot.Start, slot.Due).ShouldBe((At("2024-09-06 15:00"), At("2024-09-06 18:00")));
    }

    [Fact]
    public void What_is_left_out_rests_with_the_office_and_sweeps_on()
    {
        Rule[] rules =
            [Fridays, new(Every.TwoWeeks, [DayOfWeek.Friday]), new(Every.Day), new(Every.LunarMonth, LunarDigits: [2, 7]),
                new(Every.HalfMonth)];
        rules.Select(rule => rule.WithHolidays().OnHoliday)
            .ShouldBe([HolidayRule.Skip, HolidayRule.Skip, HolidayRule.Keep, HolidayRule.Keep, null]);
        (Fridays with { OnHoliday = HolidayRule.ShiftAfter }).WithHolidays().OnHoliday.ShouldBe(HolidayRule.ShiftAfter);
    }

    private static string Names(Rule rule, string from = "2024-09-23", string before = "2024-10-14") =>
        string.Join(' ', Slots(rule, from, before).Select(slot => slot.Name));

    private static IEnumerable<Slot> Slots(Rule rule, string from, string before) =>
        rule.Slots(Day(from), Day(before), new(CalendarStory.Official, default));

    private static TimeOnly Time(string time) => TimeOnly.ParseExact(time, "HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
