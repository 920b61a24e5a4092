using Campaign.ServiceDefaults;

namespace Campaign.Scoring.Scorecards;

/// <summary>How lines write days and times.</summary>
internal static class Wording
{
    public static string Day(DateOnly day) => $"{day.Month}月{day.Day}日";

    public static string Day(DateTimeOffset at) => Day(ChinaTime.DateOf(at));

    public static string Minute(DateTimeOffset at) => $"{Day(at)}{ChinaTime.Local(at):HH:mm}";
}
