using Campaign.Web;

namespace Campaign.Scoring.Kernel;

/// <summary>How lines write days and times.</summary>
internal static class Wording
{
    public static string Day(DateOnly day) => $"{day.Month}月{day.Day}日";

    public static string Day(DateTimeOffset at) => Day(ChinaTime.DateOf(at));

    /// <summary>Midnight belongs to the day that it ends, as deadlines are announced: 9月30日24:00.</summary>
    public static string Minute(DateTimeOffset at) => ChinaTime.Local(at) is { TimeOfDay.Ticks: 0 } midnight
        ? $"{Day(midnight.AddDays(-1))}24:00"
        : $"{Day(at)}{ChinaTime.Local(at):HH:mm}";
}
