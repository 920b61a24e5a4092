using Campaign.Tasks.Recurrences;
using static Campaign.Tasks.Specs.Recurrences.RecurrenceStory;

namespace Campaign.Tasks.Specs.Recurrences;

public sealed class RuleSpecs
{
    [Fact]
    public void Swept_three_times_a_day_is_three_slots_of_their_own_times()
    {
        var rule = new Rule(Every.Day, At: [new(new(7, 0), new(8, 0)), new(new(12, 0), new(14, 0)), new(new(20, 0), new(0, 0))]);
        var slots = rule.Slots(Day("2024-09-27"), Day("2024-09-28")).ToList();
        slots.Select(slot => slot.Name).ShouldBe(["2024-09-27/1", "2024-09-27/2", "2024-09-27/3"]);
        (slots[0].Start, slots[0].Due).ShouldBe((At("2024-09-27 07:00"), At("2024-09-27 08:00")));
        slots[2].Due.ShouldBe(At("2024-09-28 00:00"));
        slots[2].Label.ShouldBe("2024年9月27日 20:00—24:00");
    }

    [Fact]
    public void Friday_afternoon_is_from_14_00_to_17_30_and_missed_at_midnight()
    {
        var slot = FridayAfternoon.Slots(Day("2024-09-02"), Day("2024-09-09")).Single();
        (slot.Start, slot.Due, slot.Missed(0)).ShouldBe((At("2024-09-06 14:00"), At("2024-09-06 17:30"), At("2024-09-07 00:00")));
        (slot.Label, slot.Missed(2)).ShouldBe(("2024年9月6日下午", At("2024-09-09 00:00")));
    }

    [Fact]
    public void The_last_Friday_of_a_month_may_be_its_fourth_or_fifth() =>
        new Rule(Every.Month, [DayOfWeek.Friday], Nth.Last).Names("2024-08-01", "2024-12-01")
            .ShouldBe(["2024-08-30", "2024-09-27", "2024-10-25", "2024-11-29"]);

    [Fact]
    public void The_second_Tuesday_is_never_before_the_8th() =>
        new Rule(Every.Month, [DayOfWeek.Tuesday], Nth.Second).Names("2024-09-01", "2025-01-01")
            .ShouldBe(["2024-09-10", "2024-10-08", "2024-11-12", "2024-12-10"]);

    [Fact]
    public void A_month_without_a_fifth_Monday_has_no_slot() =>
        new Rule(Every.Month, [DayOfWeek.Monday], Nth.Fifth).Names("2024-08-01", "2024-12-31").ShouldBe(["2024-09-30", "2024-12-30"]);

    [Fact]
    public void Half_months_meet_in_the_middle_and_the_second_ends_with_the_month()
    {
        var slots = new Rule(Every.HalfMonth).Slots(Day("2024-02-01"), Day("2024-03-01")).ToList();
        slots.Select(slot => slot.Label).ShouldBe(["2024年2月上半月", "2024年2月下半月"]);
        slots[0].Due.ShouldBe(slots[1].Start);
        slots[1].Due.ShouldBe(At("2024-03-01 00:00"));
    }

    [Fact]
    public void Two_months_go_on_over_the_turn_of_the_year() =>
        new Rule(Every.TwoMonths).Names("2024-09-01", "2025-05-01").ShouldBe(["2024-09~10", "2024-11~12", "2025-01~02", "2025-03~04"]);

    [Fact]
    public void Longer_periods_are_named_as_people_say()
    {
        new Rule(Every.Month).Names("2024-09-01", "2024-11-01").ShouldBe(["2024-09", "2024-10"]);
        new Rule(Every.Quarter).Slots(Day("2024-07-01"), Day("2024-12-31")).Select(slot => slot.Label).ShouldBe(["2024年第三季度", "2024年第四季度"]);
        new Rule(Every.HalfYear).Slots(Day("2024-01-01"), Day("2024-12-31")).Select(slot => slot.Label).ShouldBe(["2024年上半年", "2024年下半年"]);
        new Rule(Every.Year).Slots(Day("2024-01-01"), Day("2024-12-31")).Single().Due.ShouldBe(At("2025-01-01 00:00"));
    }

    [Fact]
    public void A_week_is_that_of_its_Monday_also_over_the_turn_of_the_year() =>
        new Rule(Every.Week).Names("2024-12-16", "2025-01-13").ShouldBe(["2024-W51", "2024-W52", "2025-W01", "2025-W02"]);

    [Fact]
    public void A_period_that_began_earlier_is_not_a_slot_of_the_window() =>
        new Rule(Every.Quarter).Names("2024-07-02", "2024-12-31").ShouldBe(["2024-Q4"]);

    [Fact]
    public void The_29th_of_February_is_a_day_like_others()
    {
        new Rule(Every.Day).Names("2024-02-28", "2024-03-02").ShouldBe(["2024-02-28", "2024-02-29", "2024-03-01"]);
        new Rule(Every.Month, [DayOfWeek.Thursday], Nth.Last).Names("2024-02-01", "2024-03-01").ShouldBe(["2024-02-29"]);
        new Rule(Every.HalfMonth).Slots(Day("2025-02-16"), Day("2025-03-01")).Single().Last.ShouldBe(Day("2025-02-28"));
    }

    [Fact]
    public void Lunar_days_ending_in_2_or_7_come_six_times_a_month() =>
        // 2024-09-03 is the first of the eighth lunar month.
        new Rule(Every.LunarMonth, LunarDigits: [2, 7]).Names("2024-09-03", "2024-10-03")
            .ShouldBe(["2024-09-04", "2024-09-09", "2024-09-14", "2024-09-19", "2024-09-24", "2024-09-29"]);

    [Theory]
    [InlineData("2023-03-22", "2023-04-20")] // 闰二月
    [InlineData("2025-07-25", "2025-08-23")] // 闰六月
    public void A_leap_month_has_its_lunar_days_too(string first, string next)
    {
        var rule = new Rule(Every.LunarMonth, LunarDigits: [2, 7]);
        var expected = new[] { 2, 7, 12, 17, 22, 27 }.Select(day => $"{Day(first).AddDays(day - 1):yyyy-MM-dd}");
        rule.Names(first, next).ShouldBe(expected);
    }

    [Fact]
    public void A_quota_has_no_slots() => new Rule(Every.Year, Times: 3).Names("2024-01-01", "2025-01-01").ShouldBeEmpty();
}
