using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Campaign.Web;

/// <summary>Of what a converter of our own reads the document would say nothing: text, a moment, one of the names of an enum.</summary>
internal sealed class ConvertedSchema : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (schema.Type is null) Describe(schema, context.JsonTypeInfo.Type, IsNullable(context.JsonPropertyInfo));
        if (context.JsonTypeInfo is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } element } && IsConverted(element))
        {
            schema.Items ??= new OpenApiSchema();
            if (schema.Items is OpenApiSchema { Type: null, Enum: null } items) Describe(items, element, nullable: false);
        }
        return Task.CompletedTask;
    }

    private static void Describe(OpenApiSchema schema, Type type, bool nullable)
    {
        var (underlying, orNull) = (Nullable.GetUnderlyingType(type) ?? type, nullable || Nullable.GetUnderlyingType(type) is not null);
        if (!IsConverted(type)) return;
        schema.Type = orNull ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
        if (underlying == typeof(DateTimeOffset)) schema.Format = "date-time";
        if (underlying.IsEnum) schema.Enum = [.. Enum.GetNames(underlying).Select(name => (JsonNode)JsonValue.Create(name))];
    }

    private static bool IsConverted(Type type)
    {
        var underlying = Nullable.GetUnderlyingType(type) ?? type;
        return underlying == typeof(string) || underlying == typeof(DateTimeOffset) || underlying.IsEnum;
    }

    private static bool IsNullable(JsonPropertyInfo? property) => property is { IsGetNullable: true } or { IsSetNullable: true };
}
