using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Campaign.Architecture.Tests;

/// <summary>The stored JSON of a type, field by field down to the leaves.</summary>
internal sealed class EventSchema(JsonSerializerOptions json)
{
    /// <summary>A line for each field: its path, what it holds, whether it may be missing.</summary>
    public IEnumerable<string> Lines(Type type, string path = "") => json.GetTypeInfo(type) switch
    {
        { Kind: JsonTypeInfoKind.Object } info => JsonGraph.Fields(info)
            .SelectMany(field => Field(field, path.Length == 0 ? field.Name : $"{path}.{field.Name}")),
        { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } element } => Part(element, $"{path}[]"),
        { Kind: JsonTypeInfoKind.Dictionary, ElementType: { } value } => Part(value, $"{path}.*"),
        _ => [],
    };

    /// <summary>What one field holds; of an object, a list or a map only that it is one.</summary>
    public string Word(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        { IsEnum: true } words => string.Join(" | ", Enum.GetValues(words).Cast<object>().Select(Stored)),
        { Name: nameof(String) } => "string",
        { Name: nameof(Boolean) } => "boolean",
        { Name: nameof(Int32) or nameof(Int64) } => "integer",
        { Name: nameof(Decimal) or nameof(Double) } => "number",
        { Name: nameof(Guid) } => "uuid",
        { Name: nameof(DateOnly) } => "date",
        { Name: nameof(TimeOnly) } => "time",
        { Name: nameof(DateTimeOffset) } => "date-time",
        { Name: nameof(JsonElement) } => "any JSON",
        var other => json.GetTypeInfo(other).Kind switch
        {
            JsonTypeInfoKind.Object => "object",
            JsonTypeInfoKind.Enumerable => "list",
            JsonTypeInfoKind.Dictionary => "map",
            _ => throw new NotSupportedException($"{other} is stored in an event and has no word here."),
        },
    };

    /// <summary>Stored without the field when there is nothing in it, or with null, or read as a default when it is missing.</summary>
    public string Presence(JsonPropertyInfo field)
    {
        var always = field.AttributeProvider!.GetCustomAttributes(typeof(JsonIgnoreAttribute), inherit: true)
            .OfType<JsonIgnoreAttribute>().Any(ignore => ignore.Condition is JsonIgnoreCondition.Never);
        if (field.IsGetNullable) return always ? " or null" : "?";
        return field.AssociatedParameter is { HasDefaultValue: true, DefaultValue: { } missing } ? $" = {Stored(missing)}" : "";
    }

    private IEnumerable<string> Field(JsonPropertyInfo field, string path) =>
        Lines(field.PropertyType, path).Prepend($"{path}: {Word(field.PropertyType)}{Presence(field)}");

    private IEnumerable<string> Part(Type type, string path) => Lines(type, path).Prepend($"{path}: {Word(type)}");

    private string Stored(object value) => JsonSerializer.Serialize(value, value.GetType(), json).Trim('"');
}
