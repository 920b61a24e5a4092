using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

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
internal static partial class JsonRefusal
{
    /// <param name="wrongType">What a writer of the body's notation is told of a value of the wrong type.</param>
    public static (string Rule, string Detail) Of(JsonException json, string wrongType = "不是有效的 JSON，或值的类型不对。") => json switch
    {
        JsonRuleException wrong => (wrong.Rule, wrong.Detail),
        _ when json.Message.StartsWith("Duplicate property", StringComparison.Ordinal) => ("field-twice", "同一字段出现了两次。"),
        _ when json.Message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal) => ("field-unknown", "不认识的字段。"),
        _ when EnumOf(json) is { } type => ("value-unknown", $"不认识的值。可用的值：{string.Join("、", Names(type))}。"),
        _ => ("json-invalid", wrongType),
    };

    /// <summary>The reader names the type that it was at: the enum itself in a list, else what has the last field of the path.</summary>
    private static Type? EnumOf(JsonException json)
    {
        if (Target().Match(json.Message) is not { Success: true } match) return null;
        var named = AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetType(match.Groups["type"].Value))
            .FirstOrDefault(type => type is not null);
        var field = json.Path?[(json.Path.LastIndexOf('.') + 1)..] ?? "";
        var type = named is null or { IsEnum: true }
            ? named
            : named.GetProperties()
                .FirstOrDefault(property => property.Name.Equals(field, StringComparison.OrdinalIgnoreCase))?.PropertyType;
        type = type is null ? null : Nullable.GetUnderlyingType(type) ?? type;
        return type is { IsEnum: true } ? type : null;
    }

    private static IEnumerable<string> Names(Type type) => Enum.GetNames(type)
        .Select(name => type.GetField(name)!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? name);

    [GeneratedRegex(@"could not be converted to (System\.Nullable`1\[)?(?<type>[\w.+]+)\]?\.", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Target();
}
