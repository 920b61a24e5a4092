using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Campaign.Web;

/// <summary>
/// A value of a closed list is one of its names. The framework's converter also reads names joined by commas, which is a value that the
/// list does not have. Answers for the options of requests alone: copies of them, of which the document is made, keep the framework's
/// converter, whose schemas list the names.
/// </summary>
internal sealed class EnumNames(JsonSerializerOptions requests) : IJsonTypeInfoResolver
{
    public const string Rule = "value-unknown";

    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) =>
        type.IsEnum && ReferenceEquals(options, requests)
            ? (JsonTypeInfo)typeof(EnumNames).GetMethod(nameof(Of), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(type).Invoke(null, [options])!
            : null;

    private static JsonTypeInfo Of<T>(JsonSerializerOptions options) where T : struct, Enum =>
        JsonMetadataServices.CreateValueInfo<T>(options, new EnumName<T>());
}

internal sealed class EnumName<T> : JsonConverter<T> where T : struct, Enum
{
    private static readonly (string Name, T Value)[] All =
    [
        .. typeof(T).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (
            field.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? field.Name, (T)field.GetValue(null)!)),
    ];

    private static readonly Dictionary<string, T> Values =
        All.ToDictionary(one => one.Name, one => one.Value, StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<T, string> Names =
        All.DistinctBy(one => one.Value).ToDictionary(one => one.Value, one => one.Name);

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && Values.TryGetValue(reader.GetString()!, out var value)
            ? value
            : throw new JsonRuleException(EnumNames.Rule, $"不认识的值。可用的值：{string.Join("、", All.Select(one => one.Name))}。");

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Read(ref reader, typeToConvert, options);

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Names[value]);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WritePropertyName(Names[value]);
}
