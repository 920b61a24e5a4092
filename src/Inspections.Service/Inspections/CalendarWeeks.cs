using System.Globalization;
using Campaign.Web;

namespace Campaign.Inspections.Inspections;

/// <summary>Calendar weeks, Monday to Sunday.</summary>
internal static class CalendarWeeks
{
    /// <summary>The first day of <c>2024-09</c>; null when it is no month, or beyond <see cref="DateBounds"/>.</summary>
    public static DateOnly? FirstOfMonth(string? month) =>
        DateOnly.TryParseExact(
            $"{month}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            && first >= DateBounds.First && first <= DateBounds.Last ? first : null;

    public static DateOnly LastOfMonth(DateOnly first) => first.AddMonths(1).AddDays(-1);

    /// <summary>Mondays of the weeks that lie wholly in the month.</summary>
    public static IEnumerable<DateOnly> WhollyIn(DateOnly firstOfMonth)
    {
        var monday = firstOfMonth.AddDays(((int)DayOfWeek.Monday - (int)firstOfMonth.DayOfWeek + 7) % 7);
        for (; Sunday(monday) <= LastOfMonth(firstOfMonth); monday = monday.AddDays(7)) yield return monday;
    }

    public static DateOnly Sunday(DateOnly monday) => monday.AddDays(6);
}
