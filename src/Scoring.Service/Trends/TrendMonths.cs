using Campaign.EventStore;
using Campaign.Scoring.Kernel;
using Campaign.Web;

namespace Campaign.Scoring.Trends;

internal static class TrendRules
{
    public const int MaxMonths = 36;
    public static readonly Refusal SpanInvalid = new("trend-span-invalid", $"起止月份须先后有序，且不超过 {MaxMonths} 个月。", RefusalKind.Invalid);
}

/// <summary>The months that a trend is of: from and to, or the twelve until this one.</summary>
internal static class TrendMonths
{
    private const int UsualMonths = 12;

    public static (IReadOnlyList<Month> Months, Refusal? Refusal) Asked(string? from, string? to, DateTimeOffset now)
    {
        var last = to is null ? Month.Of(ChinaTime.DateOf(now)) : Month.TryParse(to, out var parsedTo) ? parsedTo : null;
        if (last is null) return ([], Month.Invalid);
        var first = from is null
            ? Month.Of(last.First.AddMonths(1 - UsualMonths))
            : Month.TryParse(from, out var parsedFrom) ? parsedFrom : null;
        if (first is null) return ([], Month.Invalid);
        return Between(first, last) is { Count: > 0 and <= TrendRules.MaxMonths } months ? (months, null) : ([], TrendRules.SpanInvalid);
    }

    private static List<Month> Between(Month first, Month last)
    {
        var count = ((last.Year - first.Year) * 12) + last.Number - first.Number + 1;
        return count is < 1 or > TrendRules.MaxMonths
            ? []
            : [.. Enumerable.Range(0, count).Select(i => Month.Of(first.First.AddMonths(i)))];
    }
}
