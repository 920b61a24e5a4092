using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Campaign.Web;

/// <summary>Of what a converter of our own reads the document would say nothing: it is text, or a moment.</summary>
internal sealed class ConvertedSchema : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (schema.Type is null) Describe(schema, context.JsonTypeInfo.Type, IsNullable(context.JsonPropertyInfo));
        if (context.JsonTypeInfo is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } element } && IsConverted(element)
            && schema.Items is null or OpenApiSchema { Type: null })
        {
            var item = new OpenApiSchema();
            Describe(item, element, nullable: false);
            schema.Items = item;
        }
        return Task.CompletedTask;
    }

    private static void Describe(OpenApiSchema schema, Type type, bool nullable)
    {
        if (!IsConverted(type)) return;
        schema.Type = nullable || Nullable.GetUnderlyingType(type) is not null
            ? JsonSchemaType.String | JsonSchemaType.Null
            : JsonSchemaType.String;
        if (type != typeof(string)) schema.Format = "date-time";
    }

    private static bool IsConverted(Type type) =>
        type == typeof(string) || type == typeof(DateTimeOffset) || type == typeof(DateTimeOffset?);

    private static bool IsNullable(JsonPropertyInfo? property) => property is { IsGetNullable: true } or { IsSetNullable: true };
}
