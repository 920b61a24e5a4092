using Campaign.Tasks.Calendars;

namespace Campaign.Tasks.Recurrences;

/// <summary>What the days of a rule depend on beside the rule.</summary>
/// <param name="Calendar">Holidays, and the hours of a working day.</param>
/// <param name="Begins">First day of the schedule: nothing is meant for an earlier one, and fortnights are counted from its week.</param>
internal sealed record Almanac(WorkCalendar Calendar, DateOnly Begins)
{
    /// <summary>No holiday moves anything further.</summary>
    private const int LongestShift = 62;

    /// <summary>The days that are meant, each where the holidays put it; one that is taken already is not taken twice.</summary>
    public IEnumerable<ChosenDay> Settle(DateOnly from, DateOnly before, Func<DateOnly, bool> meant, HolidayRule? rule)
    {
        var reach = rule is HolidayRule.ShiftBefore or HolidayRule.ShiftAfter ? LongestShift : 0;
        return Days(from.AddDays(-reach), before.AddDays(reach)).Where(day => day >= Begins && meant(day))
            .Select(day => Settle(day, rule)).OfType<ChosenDay>()
            .Where(chosen => chosen.Day >= from && chosen.Day < before)
            .OrderBy(chosen => chosen.Day).ThenBy(chosen => chosen.Moved).DistinctBy(chosen => chosen.Day);
    }

    private ChosenDay? Settle(DateOnly meant, HolidayRule? rule)
    {
        if (rule is null or HolidayRule.Keep || Calendar.HolidayOn(meant) is null) return new(meant, meant);
        if (rule is HolidayRule.Skip) return null;
        var day = Calendar.WorkingDayFrom(meant, rule is HolidayRule.ShiftBefore ? -1 : 1);
        return Math.Abs(day.DayNumber - meant.DayNumber) <= LongestShift ? new(day, meant) : null;
    }

    private static IEnumerable<DateOnly> Days(DateOnly from, DateOnly before)
    {
        for (var day = from; day < before; day = day.AddDays(1)) yield return day;
    }
}

/// <summary>遇法定节假日: 照常, 跳过, 提前到节前最后一个工作日, 顺延到节后第一个工作日. A weekend is no holiday.</summary>
internal enum HolidayRule { Keep, Skip, ShiftBefore, ShiftAfter }

/// <param name="Meant">The day that the rule names.</param>
internal sealed record ChosenDay(DateOnly Day, DateOnly Meant)
{
    public bool Moved => Day != Meant;
}
