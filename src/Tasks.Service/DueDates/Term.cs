using Campaign.ServiceDefaults;
using Campaign.Tasks.Calendars;
using Campaign.Web;

namespace Campaign.Tasks.DueDates;

/// <summary>How a deadline is counted.</summary>
internal sealed record Term(Clock Clock, decimal Amount)
{
    public bool IsWhole() => Clock is Clock.UrgentHours or Clock.WorkingHours || Amount == decimal.Truncate(Amount);

    private TimeSpan Time => TimeSpan.FromTicks((long)decimal.Round(Amount * TimeSpan.TicksPerHour));

    public static Term Of(TimeSpan time) => new(Clock.UrgentHours, (decimal)time.Ticks / TimeSpan.TicksPerHour);

    /// <summary>The deadline of what begins at <paramref name="start"/>. Whole days begin on the next one.</summary>
    public DateTimeOffset From(DateTimeOffset start, WorkCalendar calendar) => Count(start, ChinaTime.DateOf(start), calendar);

    /// <summary>Counted on from a deadline: its 24:00 is the end of the day, where as a start it is the beginning of the next.</summary>
    public DateTimeOffset Beyond(DateTimeOffset due, WorkCalendar calendar) => Count(due, Deadline.DayOf(due), calendar);

    private DateTimeOffset Count(DateTimeOffset start, DateOnly day, WorkCalendar calendar) => Clock switch
    {
        Clock.UrgentHours => start + Time,
        Clock.WorkingHours => calendar.AddWorkingTime(start, Time),
        Clock.WorkingDays => calendar.EndOfWork(calendar.WorkingDayFrom(day, (int)Amount)),
        Clock.NaturalDays => Deadline.EndOf(day.AddDays((int)Amount)),
    };
}

/// <summary>紧急工作时 · 工作时 · 工作日 · 自然日; hours or days, as the name says.</summary>
internal enum Clock { UrgentHours, WorkingHours, WorkingDays, NaturalDays }
