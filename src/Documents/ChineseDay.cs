using System.Globalization;
using System.Text.RegularExpressions;

namespace Campaign.Documents;

/// <summary>A day in the numerals of official documents: 二〇二四年九月十五日.</summary>
internal static partial class ChineseDay
{
    private const string Digits = "〇一二三四五六七八九";

    /// <summary>The same text with such a day in digits; unchanged where there is none.</summary>
    public static string InDigits(string text) => Form().Replace(text, match => string.Create(
        CultureInfo.InvariantCulture, $"{Year(match.Groups["year"].Value)}年{Number(match, "month")}月{Number(match, "day")}日"));

    private static string Year(string year) => string.Concat(year.Select(c => Digit(c)));

    /// <summary>十 is 10, 十五 is 15, 二十 is 20, 三十一 is 31.</summary>
    private static int Number(Match match, string part)
    {
        var written = match.Groups[part].Value;
        var ten = written.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0) return Digit(written[0]);
        return ((ten == 0 ? 1 : Digit(written[0])) * 10) + (ten == written.Length - 1 ? 0 : Digit(written[^1]));
    }

    private static int Digit(char c) => c is '零' or '○' or 'Ｏ' or 'O' ? 0 : Digits.IndexOf(c, StringComparison.Ordinal);

    [GeneratedRegex(
        "(?<year>[〇零○O一二三四五六七八九]{4})年(?<month>十?[一二]|十|[三四五六七八九])月(?<day>[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
