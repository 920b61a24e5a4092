using System.Globalization;
using System.Text.RegularExpressions;

namespace Campaign.Documents;

/// <summary>
/// Days and moments as people type them: 2024-9-5, 2024/9/5, 2024.9.5, 2024、9、5, 2024年9月5日, 20240905; behind it nothing, or a time:
/// 16:40, 16:40:00.000, T16:40, 9时30分, 上午9:30, 下午4点, 24:00. Digits and signs of any width, and 二〇二四年九月五日.
/// </summary>
public static partial class TypedMoment
{
    private const int MostLetters = 40;

    /// <returns>Null where it is none, or a day that does not exist.</returns>
    public static DateTime? Read(string? text)
    {
        if (Matched(text) is not { } match) return null;
        var (year, month, day) = (Number(match, "year"), Number(match, "month"), Number(match, "day"));
        if (year == 0 || month is 0 or > 12 || day == 0 || day > DateTime.DaysInMonth(year, month)) return null;
        var hour = Hour(Number(match, "hour"), match.Groups["half"].Value);
        var (minute, second) = (Number(match, "minute"), Number(match, "second"));
        if (hour == 24 && minute == 0 && second == 0) return new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified).AddDays(1);
        return hour > 23 || minute > 59 || second > 59
            ? null
            : new DateTime(year, month, day, hour, minute, second, DateTimeKind.Unspecified);
    }

    /// <summary>Whether it says a time beside the day.</summary>
    public static bool HasTime(string? text) => Matched(text) is { } match && match.Groups["hour"].Success;

    /// <summary>9月5日, 9.5: a day of which nobody wrote the year.</summary>
    public static bool LacksYear(string? text) => text is { Length: <= MostLetters } && YearlessForm().IsMatch(Width.Narrow(text).Trim());

    private static Match? Matched(string? text) =>
        text is { Length: <= MostLetters } && Form().Match(ChineseDay.InDigits(Width.Narrow(text).Trim())) is { Success: true } match
            ? match
            : null;

    private static int Hour(int hour, string half) => half switch
    {
        "下午" or "晚上" or "傍晚" or "PM" or "pm" when hour < 12 => hour + 12,
        "中午" when hour < 11 => hour + 12,
        "上午" or "凌晨" or "AM" or "am" when hour == 12 => 0,
        _ => hour,
    };

    private static int Number(Match match, string part) =>
        match.Groups[part] is { Length: > 0, Value: var digits } ? int.Parse(digits, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        """
        ^(?:(?<year>[0-9]{4})\s*[-/.、年]\s*(?<month>[0-9]{1,2})\s*[-/.、月]\s*(?<day>[0-9]{1,2})\s*[日号]?
             (?:\s*\(?(?:星期|周)[一二三四五六日天]\)?)?
           |(?<year>[0-9]{4})(?<month>[0-9]{2})(?<day>[0-9]{2}))
        (?:
          (?:\s*T\s*|\s*(?<half>上午|下午|中午|凌晨|晚上|傍晚)\s*|\s+|(?<=[日号]))
          (?<hour>[0-9]{1,2})\s*[:时点]\s*
          (?:(?<minute>[0-9]{1,2})\s*分?\s*(?:(?::\s*)?(?<second>[0-9]{1,2})(?:\.[0-9]+)?\s*秒?)?)?
          (?:\s*(?<half>AM|PM|am|pm))?
        )?\z
        """,
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();

    [GeneratedRegex(
        @"^[0-9]{1,2}\s*[-/.、月]\s*[0-9]{1,2}\s*[日号]?(?:$|[\s上下中凌晚(])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex YearlessForm();
}
