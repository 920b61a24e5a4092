using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Campaign.EventStore;

namespace Campaign.Scoring.Kernel;

/// <summary>Half a calendar year, written <c>2024-H2</c>.</summary>
internal sealed record HalfYear(int Year, int Half)
{
    public static readonly Refusal Invalid = new("half-year-invalid", "半年须写作 yyyy-H1 或 yyyy-H2，如 2024-H2。", RefusalKind.Invalid);

    public IEnumerable<Month> Months => Enumerable.Range(Half == 1 ? 1 : 7, 6).Select(number => new Month(Year, number));

    public string Text => $"{Year}年{(Half == 1 ? "上" : "下")}半年";

    public static HalfYear Of(Month month) => new(month.Year, month.Number > 6 ? 2 : 1);

    public static HalfYear Parse(string text) =>
        TryParse(text, out var half) ? half : throw new FormatException($"'{text}' is not a half-year.");

    public static bool TryParse(string? text, [NotNullWhen(true)] out HalfYear? half)
    {
        half = text is [.. { Length: 4 } year, '-', 'H', '1' or '2'] && Month.TryParse($"{year}-01", out _)
            ? new(int.Parse(year, CultureInfo.InvariantCulture), text[^1] - '0')
            : null;
        return half is not null;
    }

    public override string ToString() => $"{Year}-H{Half}";
}
