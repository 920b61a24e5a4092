using Campaign.Tasks.Calendars;
using Campaign.Tasks.Recurrences;
using FsCheck;
using FsCheck.Fluent;

namespace Campaign.Tasks.Specs.Recurrences;

/// <summary>What holds for every rule, over every stretch of fifty years.</summary>
public sealed class RulePropertySpecs
{
    private static readonly Arbitrary<(Rule Rule, DateOnly A, DateOnly B, DateOnly C)> RulesAndStretches = (
        from rule in AnyRule.Rules
        from a in AnyRule.Days
        from toB in Gen.Choose(0, 200)
        from toC in Gen.Choose(0, 200)
        select (rule, a, a.AddDays(toB), a.AddDays(toB + toC))).ToArbitrary();

    /// <summary>Three years of the State Council's, over and over.</summary>
    private static readonly WorkCalendar EveryYear = new(
        from year in Enumerable.Range(2000, 52)
        let shipped = ShippedCalendars.All[2024 + year % 3]
        select (new CalendarYear(
            year, "", null,
            [.. shipped.Holidays.Select(holiday => holiday with { From = In(year, holiday.From), To = In(year, holiday.To) })], [],
            Window.Default), 0L));

    [Fact]
    public void Every_generated_rule_is_a_valid_one() =>
        Check(x => new RuleValidator().Validate(x.Rule).IsValid);

    [Fact]
    public void There_are_never_two_occurrences_of_one_slot() =>
        Check(x => Slots(x.Rule, x.A, x.C).CountBy(slot => slot.Name).All(named => named.Value == 1));

    [Fact]
    public void What_happens_in_two_stretches_is_what_happens_in_each() =>
        Check(x => Slots(x.Rule, x.A, x.C).SequenceEqual(Slots(x.Rule, x.A, x.B).Concat(Slots(x.Rule, x.B, x.C))));

    [Fact]
    public void An_occurrence_starts_before_it_is_due_and_is_missed_no_earlier() =>
        Check(x => Slots(x.Rule, x.A, x.C)
            .All(slot => slot.Start < slot.Due && slot.Due <= slot.Missed(0) && slot.Missed(0) <= slot.Missed(3)));

    [Fact]
    public void Slots_follow_each_other_and_do_not_overlap() =>
        Check(x => Pairs(Slots(x.Rule, x.A, x.C)).All(pair => pair.First.Due <= pair.Second.Start));

    [Fact]
    public void Periods_leave_no_gap_between_them() =>
        Check(x => x.Rule.ChoosesDays || Pairs(Slots(x.Rule, x.A, x.C)).All(pair => pair.First.Due == pair.Second.Start));

    [Fact]
    public void Nothing_that_gives_way_to_holidays_falls_on_one() =>
        Check(x => x.Rule.OnHoliday is null or HolidayRule.Keep
            || Slots(x.Rule, x.A, x.C).All(slot => EveryYear.HolidayOn(slot.First) is null));

    [Fact]
    public void Times_are_those_of_Shanghai_all_year() =>
        Check(x => Slots(x.Rule, x.A, x.C)
            .All(slot => slot.Start.Offset == TimeSpan.FromHours(8) && slot.Due.Offset == TimeSpan.FromHours(8)));

    [Fact]
    public void After_the_last_weekday_of_a_month_there_is_no_other_in_it() =>
        Check(x => new Rule(Every.Month, [DayOfWeek.Friday], Nth.Last).Slots(x.A, x.C)
            .All(slot => slot.First.DayOfWeek == DayOfWeek.Friday && slot.First.AddDays(7).Month != slot.First.Month));

    [Fact]
    public void Every_month_has_one_last_Friday() =>
        Check(x =>
        {
            var (first, last) = (new DateOnly(x.A.Year, x.A.Month, 1), new DateOnly(x.C.Year, x.C.Month, 1).AddMonths(1));
            var months = (last.Year - first.Year) * 12 + last.Month - first.Month;
            return new Rule(Every.Month, [DayOfWeek.Friday], Nth.Last).Slots(first, last).Count() == months;
        });

    private static IEnumerable<Slot> Slots(Rule rule, DateOnly from, DateOnly before) => rule.Slots(from, before, new(EveryYear, default));

    private static void Check(Func<(Rule Rule, DateOnly A, DateOnly B, DateOnly C), bool> holds) =>
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(100), Prop.ForAll(RulesAndStretches, holds));

    private static DateOnly In(int year, DateOnly day) => new(year, day.Month, Math.Min(day.Day, 28));

    private static IEnumerable<(Slot First, Slot Second)> Pairs(IEnumerable<Slot> slots)
    {
        var all = slots.ToList();
        return all.Zip(all.Skip(1));
    }
}
