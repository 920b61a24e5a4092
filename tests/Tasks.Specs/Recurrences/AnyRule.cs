using Campaign.Tasks.Recurrences;
using FsCheck;
using FsCheck.Fluent;

namespace Campaign.Tasks.Specs.Recurrences;

/// <summary>Valid rules of every form, and days of fifty years.</summary>
internal static class AnyRule
{
    private static readonly DateOnly Epoch = new(2000, 1, 1);

    public static readonly Gen<DateOnly> Days = Gen.Choose(0, 50 * 365).Select(Epoch.AddDays);

    private static readonly Gen<DayOfWeek[]> Weekdays =
        Gen.NonEmptyListOf(Gen.Elements(Enum.GetValues<DayOfWeek>())).Select(days => days.Distinct().ToArray());

    private static readonly Gen<int[]> Digits = Gen.NonEmptyListOf(Gen.Choose(0, 9)).Select(digits => digits.Distinct().ToArray());

    /// <summary>Windows that follow each other: cut points of a day, in pairs.</summary>
    private static readonly Gen<TimeWindow[]> Windows = Gen.NonEmptyListOf(Gen.Choose(0, 24 * 60)).Select(minutes =>
        minutes.Distinct().Order().Chunk(2).Where(pair => pair.Length == 2)
            .Select(pair => new TimeWindow(Minute(pair[0]), Minute(pair[1] % (24 * 60)))).Take(24).ToArray());

    private static readonly Gen<Rule> InDays =
        from rule in Gen.OneOf(
            Gen.Constant(new Rule(Every.Day)),
            Weekdays.Select(days => new Rule(Every.Week, days)),
            Weekdays.Select(days => new Rule(Every.TwoWeeks, days)),
            Weekdays.SelectMany(days => Gen.Elements(Enum.GetValues<Nth>()).Select(nth => new Rule(Every.Month, days, nth))),
            Digits.Select(digits => new Rule(Every.LunarMonth, LunarDigits: digits)))
        from part in Gen.Elements<DayPart?>(null, DayPart.Morning, DayPart.Afternoon)
        from windows in Windows
        from holidays in Gen.Elements(
            null, HolidayRule.Keep, HolidayRule.Skip, HolidayRule.ShiftBefore, (HolidayRule?)HolidayRule.ShiftAfter)
        select (windows.Length > 0 && part is null ? rule with { At = windows } : rule with { Part = part }) with { OnHoliday = holidays };

    /// <summary>Every form but quotas, which have no slots.</summary>
    public static readonly Gen<Rule> Rules = Gen.OneOf(
        InDays,
        Gen.Elements(Every.Week, Every.TwoWeeks, Every.HalfMonth, Every.Month, Every.TwoMonths, Every.Quarter, Every.HalfYear, Every.Year)
            .Select(every => new Rule(every)));

    private static TimeOnly Minute(int minute) => TimeOnly.MinValue.AddMinutes(minute);
}
