using Campaign.Figures;
using Campaign.Web;

namespace Campaign.Scoring.Kernel;

/// <summary>How lines write days and times.</summary>
internal static class Wording
{
    public static string Day(DateOnly day) => $"{day.Month}月{day.Day}日";

    public static string Day(DateTimeOffset at) => Day(ChinaTime.DateOf(at));

    public static string Minute(DateTimeOffset at) => $"{Day(at)}{ChinaTime.Local(at):HH:mm}";

    /// <summary>What stands beside the figures of a month.</summary>
    public static string AsOf(FigurePeriod month) => month.IsRunning
        ? $"本月尚未结束，数字截至今天（{Minute(month.Until)}）"
        : $"数字截至月末（{Due(month.Until)}）";

    /// <summary>A deadline, which belongs to the day it names: 9月30日24:00.</summary>
    public static string Due(DateTimeOffset due) => $"{Day(ChinaTime.DeadlineDay(due))}{ChinaTime.DeadlineClock(due)}";
}
