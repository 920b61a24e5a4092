using Campaign.ServiceDefaults;
using Campaign.Tasks.Calendars;
using Campaign.Tasks.DueDates;
using Campaign.Web;

namespace Campaign.Tasks.Countdown;

/// <summary>最晚开工: so many working days before the deadline, the last one included.</summary>
internal static class LatestStart
{
    /// <param name="days">Working days that the work takes; 0 when nobody said: it may begin as late as it is due.</param>
    public static DateTimeOffset Of(DateTimeOffset due, int days, WorkCalendar calendar)
    {
        if (days == 0) return due;
        var last = Deadline.DayOf(due);
        if (!calendar.IsWorking(last)) last = calendar.WorkingDayFrom(last, -1);
        return calendar.StartOfWork(calendar.WorkingDayFrom(last, 1 - days));
    }

    /// <summary>The latest deadline whose latest start has passed, so that a list can be searched by its deadlines.</summary>
    public static DateTimeOffset Passed(DateTimeOffset now, int days, WorkCalendar calendar)
    {
        if (days == 0) return now.AddMicroseconds(-1);
        var first = ChinaTime.DateOf(now);
        if (!calendar.IsWorking(first) || calendar.StartOfWork(first) < now) first = calendar.WorkingDayFrom(first, 1);
        return ChinaTime.StartOf(calendar.WorkingDayFrom(first, days - 1));
    }
}
