using System.Globalization;

namespace Campaign.Web;

/// <summary>
/// Whether a parameter of an address can be read as what it is declared to be; the framework would not say which one cannot.
/// </summary>
internal static class ParameterText
{
    public const string Rule = "parameter-value-invalid";

    private const string Moment = "须为带时区的时刻，如 2026-03-01T09:00:00+08:00（地址中“+”写作 %2B）。";

    private static readonly Dictionary<Type, (Func<string, bool> Reads, string Wanted)> Kinds = new()
    {
        [typeof(int)] = (text => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _), "须为整数。"),
        [typeof(long)] = (text => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _), "须为整数。"),
        [typeof(decimal)] = (text => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out _), "须为数字。"),
        [typeof(double)] = (
            text => double.TryParse(text, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number), "须为数字。"),
        [typeof(Guid)] = (text => Guid.TryParse(text, out _), "须为 UUID，如 019300c8-0000-7000-8000-000000000000。"),
        [typeof(DateOnly)] = (
            text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "须为日期，如 2026-03-01。"),
        [typeof(DateTimeOffset)] = (IsMoment, Moment),
    };

    /// <returns>Null where it can be read, or is text anyway.</returns>
    public static FieldError? Error(string name, Type type, string text)
    {
        if (!Kinds.TryGetValue(Nullable.GetUnderlyingType(type) ?? type, out var kind) || kind.Reads(text)) return null;
        var rule = type == typeof(DateTimeOffset) || type == typeof(DateTimeOffset?) ? RuleOfMoment(text) : Rule;
        return new(PointerTo(name), rule, $"“{name}”{kind.Wanted}");
    }

    public static string PointerTo(string name) => $"/{JsonPointer.Escape(name)}";

    private static bool IsMoment(string text) =>
        MomentWithOffset.SaysOffset(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _);

    private static string RuleOfMoment(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _) ? MomentWithOffset.Rule : Rule;
}
