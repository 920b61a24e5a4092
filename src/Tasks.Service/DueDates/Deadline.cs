using Campaign.ServiceDefaults;
using Campaign.Web;

namespace Campaign.Tasks.DueDates;

/// <summary>Deadlines of whole days; <see cref="Term"/> counts by the other clocks.</summary>
internal static class Deadline
{
    /// <summary>自然日: 24:00 of the n-th day after <paramref name="from"/>; 0 is the end of the same day.</summary>
    public static DateTimeOffset NaturalDays(DateTimeOffset from, int days) => EndOf(ChinaTime.DateOf(from).AddDays(days));

    /// <summary>A day as deadline lasts until its 24:00.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => ChinaTime.EndOf(day);

    public static DateTimeOffset NoonOf(DateOnly day) => ChinaTime.StartOf(day).AddHours(12);

    /// <summary>The day a deadline ends; 24:00 belongs to the day before midnight.</summary>
    public static DateOnly DayOf(DateTimeOffset due) => ChinaTime.DeadlineDay(due);
}
