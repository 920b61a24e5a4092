using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Campaign.Scoring.Yaml;

/// <summary>
/// The core schema of YAML 1.2: only a plain <c>null</c>, <c>true</c>, <c>false</c> or number is something other than text, so
/// <c>no</c>, <c>08:30</c> and <c>2024-09</c> are texts. A number goes on digit by digit.
/// </summary>
internal static partial class YamlScalar
{
    /// <returns>False for a number that JSON has no way to write: <c>0x1F</c>, <c>.inf</c>.</returns>
    public static bool TryWrite(Scalar scalar, Utf8JsonWriter json)
    {
        var text = scalar.Value;
        if (scalar.Style is not ScalarStyle.Plain || IsText(text)) json.WriteStringValue(text);
        else if (text is "true" or "True" or "TRUE") json.WriteBooleanValue(true);
        else if (text is "false" or "False" or "FALSE") json.WriteBooleanValue(false);
        else if (IsNull(text)) json.WriteNullValue();
        else if (Decimal().Match(text) is { Success: true } number) json.WriteRawValue(AsJson(number), skipInputValidation: true);
        else return false;
        return true;
    }

    /// <summary>What is text without quotes.</summary>
    public static bool IsText(string plain) =>
        !IsNull(plain) && plain is not ("true" or "True" or "TRUE" or "false" or "False" or "FALSE") && !Decimal().IsMatch(plain)
            && !Foreign().IsMatch(plain);

    public static bool IsNull(string plain) => plain is "" or "~" or "null" or "Null" or "NULL";

    private static string AsJson(Match number)
    {
        var sign = number.Groups["sign"].Value is "-" ? "-" : "";
        var whole = number.Groups["whole"].Value.TrimStart('0') is { Length: > 0 } digits ? digits : "0";
        var fraction = number.Groups["fraction"].Value is { Length: > 0 } decimals ? $".{decimals}" : "";
        return sign + whole + fraction + number.Groups["exponent"].Value;
    }

    [GeneratedRegex(
        @"^(?<sign>[-+]?)(?:(?<whole>[0-9]+)(?:\.(?<fraction>[0-9]*))?|\.(?<fraction>[0-9]+))(?<exponent>(?:[eE][-+]?[0-9]+)?)\z",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Decimal();

    [GeneratedRegex(
        @"^(0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Foreign();
}
