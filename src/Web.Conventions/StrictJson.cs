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

/// <summary>
/// Enums by the names of their members, as the document lists them; a number or another name is told what may stand there.
/// </summary>
internal sealed class EnumByName : JsonConverterFactory
{
    public const string Rule = "value-unknown";

    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert))!;

    public static string Allowed(Type type) => $"可用的值：{string.Join("、", Enum.GetNames(type))}。";

    private sealed class Of<T> : JsonConverter<T> where T : struct, Enum
    {
        private static readonly Dictionary<string, T> Values =
            Enum.GetNames<T>().ToDictionary(name => name, Enum.Parse<T>, StringComparer.OrdinalIgnoreCase);

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType is JsonTokenType.String && Values.TryGetValue(reader.GetString()!, out var value)
                ? value
                : throw new JsonRuleException(Rule, $"不认识的值。{Allowed(typeof(T))}");

        public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Values.TryGetValue(reader.GetString()!, out var value)
                ? value
                : throw new JsonRuleException(Rule, $"不认识的字段。{Allowed(typeof(T))}");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WritePropertyName(value.ToString());
    }
}
