namespace Campaign.Tasks.Recurrences;

/// <summary>How a unit keeps up with a quota in one period.</summary>
/// <param name="Required">At least so often by the end of the period.</param>
/// <param name="Expected">So often by now, were it spread evenly; in full when the period is over.</param>
internal sealed record Pace(string Period, string Label, int Required, int Done, int Expected, PaceState State)
{
    public int Behind => Math.Max(0, Expected - Done);

    /// <summary>
    /// The periods of a year that the quota is asked for in. A period cut short by validity is paced over what is left of it.
    /// </summary>
    /// <param name="from">First day it is asked of the unit.</param>
    /// <param name="until">Last such day.</param>
    /// <param name="done">Days recorded, one each time.</param>
    public static IReadOnlyList<Pace> Of(
        Rule quota, DateOnly from, DateOnly? until, int year, IReadOnlyCollection<DateOnly> done, DateOnly today)
    {
        var paces = new List<Pace>();
        var begin = new DateOnly(year, 1, 1);
        for (var period = Recurrences.Period.Containing(quota.Every, begin); period.First.Year <= year; period = period.Next(
            quota.Every, begin))
        {
            var first = from > period.First ? from : period.First;
            var last = until < period.Last ? until.Value : period.Last;
            if (period.First.Year < year || first > last) continue;
            var count = done.Count(day => day >= period.First && day <= period.Last);
            paces.Add(In(period with { First = first, Last = last }, quota.Times!.Value, count, today));
        }
        return paces;
    }

    private static Pace In(Recurrences.Period period, int required, int done, DateOnly today)
    {
        var elapsed = Math.Clamp(today.DayNumber - period.First.DayNumber + 1, 0, period.Days);
        var expected = required * elapsed / period.Days;
        var state = done >= required ? PaceState.Reached
            : today > period.Last ? PaceState.FellShort
            : today < period.First ? PaceState.NotBegun
            : done < expected ? PaceState.Behind
            : PaceState.OnPace;
        return new(period.Name, period.Label, required, done, expected, state);
    }
}

/// <summary>未开始 · 进度正常 · 进度滞后 · 已完成 · 未完成.</summary>
internal enum PaceState { NotBegun, OnPace, Behind, Reached, FellShort }

/// <param name="Warning">What to say to the unit; null while it keeps up.</param>
internal sealed record UnitPace(string Unit, string Name, int Done, int Expected, int Behind, string? Warning, IReadOnlyList<Pace> Periods)
{
    public static UnitPace Of(string unit, string name, IReadOnlyList<Pace> periods) => new(
        unit, name, periods.Sum(pace => pace.Done), periods.Sum(pace => pace.Expected), periods.Sum(pace => pace.Behind),
        string.Concat(periods.Where(pace => pace.Behind > 0).Select(Sentence)) is { Length: > 0 } warning ? warning : null, periods);

    private static string Sentence(Pace pace) => pace.State is PaceState.FellShort
        ? $"{pace.Label}应完成不少于 {pace.Required} 次，实际 {pace.Done} 次，少 {pace.Behind} 次。"
        : $"{pace.Label}应完成不少于 {pace.Required} 次，按进度应完成 {pace.Expected} 次，已完成 {pace.Done} 次，落后 {pace.Behind} 次。";
}
