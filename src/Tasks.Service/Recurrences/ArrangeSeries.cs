using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.Web;

namespace Campaign.Tasks.Recurrences;

/// <summary>
/// What holds from a day on; the same again changes nothing. A new arrangement holds for whole days from tomorrow at the earliest, so that
/// no day has slots of two of them.
/// </summary>
/// <param name="Effective">Null: tomorrow, or from its first day when it is the first.</param>
internal sealed record ArrangeSeries(string Code, ISchedule Schedule, DateOnly? Effective, DateTimeOffset Now)
{
    public Decision Decide(Series series)
    {
        var today = ChinaTime.DateOf(Now);
        if (Schedule.SameAs(series.Latest?.Schedule) && (Effective is null || Effective == series.Latest?.Effective))
            return Decision.Nothing;

        var effective = Effective ?? (series.Exists ? today.AddDays(1) : Schedule.From);
        if (!ScheduleRules.IsUsable(effective)) return RecurrenceRules.DateOutOfRange;
        if (series.Exists && effective <= today) return RecurrenceRules.EffectiveTooEarly;
        if (Schedule.Until is { } until && (until < effective || until < today)) return RecurrenceRules.WindowOver;
        return Decision.Of(Schedule.Arranged(Code, series.Arrangements.Count + 1, effective, Now));
    }
}
