using System.Globalization;
using Campaign.Tasks.Calendars;

namespace Campaign.Tasks.Specs;

/// <summary>The calendars of the State Council as they are shipped, and moments of them.</summary>
internal static class CalendarStory
{
    public static readonly WorkCalendar Official = new(ShippedCalendars.All.Values.Select(table => (table, 0L)));

    /// <summary>Asia/Shanghai; <c>24:00</c> is midnight at the end of the day.</summary>
    public static DateTimeOffset At(string local) => local.EndsWith("24:00", StringComparison.Ordinal)
        ? At(local.Replace("24:00", "00:00", StringComparison.Ordinal)).AddDays(1)
        : new(DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(8));

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
