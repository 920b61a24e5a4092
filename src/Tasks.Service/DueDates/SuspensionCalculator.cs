using Campaign.ServiceDefaults;
using Campaign.Tasks.Calendars;
using Campaign.Web;

namespace Campaign.Tasks.DueDates;

/// <summary>挂账: what is left of a deadline when its clock stops is left of it when the clock goes on.</summary>
internal static class SuspensionCalculator
{
    public static DateTimeOffset Shift(
        Clock clock, DateTimeOffset due, DateTimeOffset from, DateTimeOffset until, WorkCalendar calendar) => clock switch
        {
            Clock.UrgentHours => due + (until - from),
            Clock.WorkingHours => calendar.AddWorkingTime(until, calendar.WorkingTimeBetween(from, due)),
            Clock.WorkingDays => WorkingDays(calendar.WorkingDaysBetween(ChinaTime.DateOf(from), Deadline.DayOf(due)), until, calendar),
            Clock.NaturalDays => Deadline.NaturalDays(until, Deadline.DayOf(due).DayNumber - ChinaTime.DateOf(from).DayNumber),
        };

    /// <summary>Who was stopped on the last day has the rest of a working day.</summary>
    private static DateTimeOffset WorkingDays(int left, DateTimeOffset until, WorkCalendar calendar)
    {
        var day = ChinaTime.DateOf(until);
        if (left == 0 && !(calendar.IsWorking(day) && calendar.EndOfWork(day) > until)) left = 1;
        return calendar.EndOfWork(calendar.WorkingDayFrom(day, left));
    }
}
