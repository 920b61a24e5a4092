using Campaign.ServiceDefaults;
using Campaign.Tasks.Calendars;
using Campaign.Web;

namespace Campaign.Tasks.DueDates;

/// <summary>
/// The original limit, which an extension adds once more. A deadline that was named has one too: to 24:00 in natural days, to
/// the end of work (下班前) in working days, to noon in whole days, and to any other moment just as long as it was; a day at least.
/// </summary>
internal static class Limit
{
    public static Term Of(Term? term, DateTimeOffset from, DateTimeOffset due, WorkCalendar calendar)
    {
        if (term is { Amount: > 0 }) return term;
        var (first, last) = (ChinaTime.DateOf(from), Deadline.DayOf(due));
        var days = Math.Max(1, last.DayNumber - first.DayNumber);
        if (due == Deadline.EndOf(last)) return new(Clock.NaturalDays, days);
        if (calendar.IsWorking(last) && due == calendar.EndOfWork(last))
            return new(Clock.WorkingDays, Math.Max(1, calendar.WorkingDaysBetween(first, last)));
        return Term.Of(due == Deadline.NoonOf(last) ? TimeSpan.FromDays(days) : due - from);
    }
}
