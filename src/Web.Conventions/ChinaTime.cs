using System.Globalization;

namespace Campaign.Web;

/// <summary>Calendar rules are those of Asia/Shanghai: UTC+8 without daylight saving, independent of the machine's zone data.</summary>
public static class ChinaTime
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static DateTimeOffset Local(DateTimeOffset at) => at.ToOffset(Offset);

    public static DateOnly DateOf(DateTimeOffset at) => DateOnly.FromDateTime(Local(at).DateTime);

    /// <summary>24:00 of the day before = 00:00 of the day.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Offset);

    /// <summary>24:00 of the day.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => StartOf(day.AddDays(1));

    /// <summary>The day a deadline names, and so its month and half-year: 24:00 is of the day that ends with it.</summary>
    public static DateOnly DeadlineDay(DateTimeOffset due) => IsMidnight(due) ? DateOf(due).AddDays(-1) : DateOf(due);

    /// <summary>The time of day of a deadline as documents write it: 18:00, and 24:00 instead of the next day's 00:00.</summary>
    public static string DeadlineClock(DateTimeOffset due) =>
        IsMidnight(due) ? "24:00" : Local(due).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>As sentences have it: 2024年10月31日24:00.</summary>
    public static string DeadlineText(DateTimeOffset due) =>
        DeadlineDay(due).ToString("yyyy年M月d日", CultureInfo.InvariantCulture) + DeadlineClock(due);

    /// <summary>For a cell that knows dates only: the last second of the day where a sentence has 24:00.</summary>
    public static DateTimeOffset DeadlineCell(DateTimeOffset due) => IsMidnight(due) ? due.AddSeconds(-1) : due;

    private static bool IsMidnight(DateTimeOffset at) => Local(at).TimeOfDay == TimeSpan.Zero;
}
