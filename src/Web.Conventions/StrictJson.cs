using System.Text.Json;
using System.Text.Json.Serialization;

namespace Campaign.Web;

/// <summary>A value that its reader names the rule of; the reader adds the path.</summary>
internal sealed class JsonRuleException(string rule, string detail) : JsonException($"{rule}: {detail}")
{
    public string Rule => rule;

    public string Detail => detail;
}

/// <summary>
/// A moment says its offset (ISO 8601 with <c>Z</c> or <c>+08:00</c>): without one it would be read by the clock of the host it happens
/// to reach.
/// </summary>
internal sealed class MomentWithOffset : JsonConverter<DateTimeOffset>
{
    public const string Rule = "offset-missing";
    public const string Detail = "时刻须带时区，如 2026-03-01T09:00:00+08:00。";

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not JsonTokenType.String || !reader.TryGetDateTimeOffset(out var moment)) throw new JsonException();
        return SaysOffset(reader.GetString()!) ? moment : throw new JsonRuleException(Rule, Detail);
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);

    /// <param name="text">A date and time in ISO 8601: what follows the <c>T</c> has a sign only in its offset.</param>
    public static bool SaysOffset(string text) =>
        text.EndsWith('Z') || text.IndexOf('T', StringComparison.Ordinal) is > 0 and var time && text.AsSpan(time).IndexOfAny('+', '-') > 0;
}

/// <summary>By which rule a body is no JSON of its type: what the reader says of it, in codes and Chinese.</summary>
internal static class JsonRefusal
{
    /// <param name="wrongType">What a writer of the body's notation is told of a value of the wrong type.</param>
    public static (string Rule, string Detail) Of(JsonException json, string wrongType = "不是有效的 JSON，或值的类型不对。") => json switch
    {
        JsonRuleException wrong => (wrong.Rule, wrong.Detail),
        _ when json.Message.StartsWith("Duplicate property", StringComparison.Ordinal) => ("field-twice", "同一字段出现了两次。"),
        _ when json.Message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal) => ("field-unknown", "不认识的字段。"),
        _ => ("json-invalid", wrongType),
    };
}
