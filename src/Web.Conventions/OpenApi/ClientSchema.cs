using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Campaign.Web;

/// <summary>
/// Says of a type what a generated client should hold. Left to itself the document says what a lenient reader would take, too: a number
/// written as text, the null that is left out of every answer, a field that is computed and read from no request.
/// </summary>
internal sealed class ClientSchema : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (schema.Type is { } type && (type.HasFlag(JsonSchemaType.Integer) || type.HasFlag(JsonSchemaType.Number)))
            (schema.Type, schema.Pattern) = (type & ~JsonSchemaType.String, null);
        // RFC 3339 has no time without an offset, and so neither has the format "time".
        if (context.JsonTypeInfo.Type == typeof(TimeOnly) || context.JsonTypeInfo.Type == typeof(TimeOnly?)) schema.Format = "time-local";
        if (schema.Enum is { Count: > 0 } words) Words(schema, words);
        if (context.JsonTypeInfo.Kind is JsonTypeInfoKind.Object) Fields(schema, context.JsonTypeInfo);
        return Task.CompletedTask;
    }

    /// <summary>Where one of the words may be missing, its place says so.</summary>
    private static void Words(OpenApiSchema schema, IList<JsonNode> words)
    {
        schema.Type ??= JsonSchemaType.String;
        schema.Enum = [.. words.Where(word => word?.GetValueKind() is JsonValueKind.String)];
    }

    private static void Fields(OpenApiSchema schema, JsonTypeInfo type)
    {
        foreach (var field in type.Properties)
        {
            if (MayBeNull(field)) schema.Required?.Remove(field.Name);
            if (field is not { Set: null, AssociatedParameter: null } || schema.Properties is not { } properties) continue;
            if (properties.TryGetValue(field.Name, out var computed) && computed is OpenApiSchema own) own.ReadOnly = true;
        }
    }

    private static bool MayBeNull(JsonPropertyInfo field) =>
        field.PropertyType.IsValueType ? Nullable.GetUnderlyingType(field.PropertyType) is not null : field.IsGetNullable;
}
