using Campaign.ServiceDefaults;

namespace Campaign.Tasks.Deadlines;

/// <summary>Where every deadline of the campaign is computed. Calendars of working days join here.</summary>
internal static class Deadline
{
    /// <summary>自然日: 24:00 of the n-th day after <paramref name="from"/>; 0 is the end of the same day.</summary>
    public static DateTimeOffset NaturalDays(DateTimeOffset from, int days) => EndOf(ChinaTime.DateOf(from).AddDays(days));

    /// <summary>A day as deadline lasts until its 24:00.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => ChinaTime.EndOf(day);
}
