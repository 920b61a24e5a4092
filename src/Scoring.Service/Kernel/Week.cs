using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Campaign.EventStore;
using Campaign.Web;

namespace Campaign.Scoring.Kernel;

/// <summary>A calendar week (Mon–Sun) of Asia/Shanghai, written as its Monday: <c>yyyy-MM-dd</c>.</summary>
internal sealed record Week(DateOnly Monday)
{
    public static readonly Refusal Invalid = new(
        "week-invalid", "周须写作其星期一的日期 yyyy-MM-dd，如 2024-09-02。", RefusalKind.Invalid);

    public DateOnly Sunday => Monday.AddDays(6);
    public DateTimeOffset Start => ChinaTime.StartOf(Monday);
    public DateTimeOffset End => ChinaTime.EndOf(Sunday);

    /// <summary>One, or two where the border of a month cuts the week.</summary>
    public IEnumerable<Month> Months => new[] { Month.Of(Monday), Month.Of(Sunday) }.Distinct();

    /// <summary>2024年9月2日至8日; what the two days share is said once.</summary>
    public string Text
    {
        get
        {
            var until = (Monday.Year == Sunday.Year, Monday.Month == Sunday.Month) switch
            {
                (true, true) => $"{Sunday.Day}日",
                (true, false) => Wording.Day(Sunday),
                (false, _) => $"{Sunday.Year}年{Wording.Day(Sunday)}",
            };
            return $"{Monday.Year}年{Wording.Day(Monday)}至{until}";
        }
    }

    public static Week Of(DateOnly day) => new(day.AddDays(-(((int)day.DayOfWeek + 6) % 7)));

    public static Week Parse(string text) => TryParse(text, out var week) ? week : throw new FormatException($"'{text}' is not a week.");

    public static bool TryParse(string? text, [NotNullWhen(true)] out Week? week)
    {
        week = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var monday)
            && monday.DayOfWeek is DayOfWeek.Monday && Month.TryParse($"{monday:yyyy-MM}", out _)
            && Month.TryParse($"{monday.AddDays(6):yyyy-MM}", out _) ? new(monday) : null;
        return week is not null;
    }

    public bool Contains(DateOnly day) => Monday <= day && day <= Sunday;

    public bool IsOverAt(DateTimeOffset now) => End <= now;

    public override string ToString() => Monday.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
