using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Campaign.EventStore;
using Campaign.Web;

namespace Campaign.Scoring.Kernel;

/// <summary>
/// A calendar month of Asia/Shanghai, written <c>yyyy-MM</c>. It ends at 24:00 of its last day, which is the next month's 0:00:
/// what happens then is the next month's, a deadline then is this one's.
/// </summary>
internal sealed record Month(int Year, int Number) : IComparable<Month>
{
    public static readonly Refusal Invalid = new("month-invalid", "月份须写作 yyyy-MM，如 2024-09。", RefusalKind.Invalid);

    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    public DateOnly First => new(Year, Number, 1);
    public DateOnly Last => First.AddMonths(1).AddDays(-1);
    public DateTimeOffset Start => ChinaTime.StartOf(First);
    public DateTimeOffset End => ChinaTime.EndOf(Last);
    public Month Previous => Of(First.AddDays(-1));
    public Month Next => Of(First.AddMonths(1));

    public static Month Of(DateOnly day) => new(day.Year, day.Month);

    public static Month Parse(string text) =>
        TryParse(text, out var month) ? month : throw new FormatException($"'{text}' is not a month.");

    public static bool TryParse(string? text, [NotNullWhen(true)] out Month? month)
    {
        month = DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            && first.Year is >= FirstYear and <= LastYear ? Of(first) : null;
        return month is not null;
    }

    public bool Contains(DateOnly day) => day.Year == Year && day.Month == Number;

    public bool Contains(DateTimeOffset at) => Contains(ChinaTime.DateOf(at));

    /// <summary>A deadline belongs to the day it names: 24:00 of the last day is this month's.</summary>
    public bool ContainsDeadline(DateTimeOffset due) => Contains(ChinaTime.DeadlineDay(due));

    public bool IsOverAt(DateTimeOffset now) => End <= now;

    public bool IsInHalfYearOf(Month other) => Year == other.Year && (Number > 6) == (other.Number > 6);

    /// <summary>The Mondays of the calendar weeks (Mon–Sun) that lie wholly in the month.</summary>
    public IEnumerable<DateOnly> WholeWeeks()
    {
        var daysToMonday = ((int)DayOfWeek.Monday - (int)First.DayOfWeek + 7) % 7;
        for (var monday = First.AddDays(daysToMonday); monday.AddDays(6) <= Last; monday = monday.AddDays(7)) yield return monday;
    }

    public int CompareTo(Month? other) => other is null ? 1 : (Year, Number).CompareTo((other.Year, other.Number));

    public override string ToString() => First.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
