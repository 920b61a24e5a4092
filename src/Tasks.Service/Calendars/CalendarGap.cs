using Campaign.ServiceDefaults;
using Campaign.Web;

namespace Campaign.Tasks.Calendars;

/// <summary>What is to be said beside a deadline that reaches into a year whose holiday table nobody has entered.</summary>
internal static class CalendarGap
{
    /// <returns>A sentence; null when all tables are there.</returns>
    public static string? Note(WorkCalendar calendar, DateTimeOffset from, DateTimeOffset due)
    {
        var years = Years(from, due).Where(year => calendar.TableOf(year) is null).ToList();
        return years.Count == 0 ? null : $"{Named(years)}节假日表尚未录入，期限只按周末推算，录入后请核对。";
    }

    private static string Named(List<int> years) => years.Count > 2 && years[^1] - years[0] == years.Count - 1
        ? $"{years[0]}年至{years[^1]}年"
        : string.Join("、", years.Select(year => $"{year}年"));

    /// <summary>What is shipped may be edited but does not go: only beyond it somebody has to be asked.</summary>
    public static bool MayBe(DateTimeOffset from, DateTimeOffset due) =>
        Years(from, due).Any(year => !ShippedCalendars.All.ContainsKey(year));

    private static IEnumerable<int> Years(DateTimeOffset from, DateTimeOffset due)
    {
        var (first, last) = (ChinaTime.DateOf(from).Year, ChinaTime.DeadlineDay(due).Year);
        return Enumerable.Range(first, Math.Max(1, last - first + 1));
    }
}
