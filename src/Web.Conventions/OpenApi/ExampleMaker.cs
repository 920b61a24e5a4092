using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Campaign.Web;

/// <summary>Makes a value that fits a schema, with what a field of its name usually holds (<see cref="Samples"/>).</summary>
/// <param name="forRequest">Without the fields that are read from no request.</param>
internal sealed class ExampleMaker(OpenApiDocument document, Samples samples, bool forRequest)
{
    private readonly Stack<string> within = new();

    /// <returns>Null where it would have to hold itself.</returns>
    public JsonNode? Of(IOpenApiSchema schema, string name = "")
    {
        if (schema is OpenApiSchema { OneOf: { Count: > 0 } choices })
            return Of(choices.First(choice => choice.Type is not JsonSchemaType.Null), name);
        if (schema is not OpenApiSchemaReference { Reference.Id: { } id }) return Plain((OpenApiSchema)schema, name);
        if (within.Contains(id)) return null;
        var owner = (OpenApiSchema)document.Components!.Schemas![id];
        // A word is said of the field that holds it, a field of the object that has it.
        if (owner.Properties is null) return Plain(owner, name);
        within.Push(id);
        var made = Plain(owner, name);
        within.Pop();
        return made;
    }

    private JsonNode? Plain(OpenApiSchema schema, string name)
    {
        if (samples.Of(within.FirstOrDefault(), name, schema.Format) is { } sample && Fits(sample, schema)) return sample;
        if (schema.Enum is { Count: > 0 } words)
            return words.FirstOrDefault(word => word.ToString() is not ("None" or "Unknown"), words[0]).DeepClone();
        return (schema.Type & ~JsonSchemaType.Null) switch
        {
            JsonSchemaType.Object => Object(schema, name),
            JsonSchemaType.Array => Of(schema.Items!, name) is { } item ? new JsonArray(item) : new JsonArray(),
            JsonSchemaType.Boolean => true,
            JsonSchemaType.Integer or JsonSchemaType.Number => 1,
            JsonSchemaType.String => samples.OfFormat(schema.Format),
            _ => new JsonObject(),
        };
    }

    private JsonObject Object(OpenApiSchema schema, string name)
    {
        var made = new JsonObject();
        foreach (var (field, inner) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal))
        {
            if (forRequest && inner.ReadOnly) continue;
            if (schema.Required?.Contains(field) is not true && samples.Omits(within.FirstOrDefault(), field, inner.Format)) continue;
            if (Of(inner, field) is { } value) made[field] = value;
        }

        // The values of a map are called as the map itself.
        if (schema.AdditionalProperties is { } values && Of(values, name) is { } entry) made[samples.KeyOf(name)] = entry;
        return made;
    }

    /// <summary>One name can stand for a text here and for a number there.</summary>
    private static bool Fits(JsonNode sample, OpenApiSchema schema) => (schema.Type & ~JsonSchemaType.Null, sample.GetValueKind()) switch
    {
        (JsonSchemaType.String, JsonValueKind.String) => schema.Enum is null || schema.Enum.Any(word => JsonNode.DeepEquals(word, sample)),
        (JsonSchemaType.Integer or JsonSchemaType.Number, JsonValueKind.Number) => true,
        (JsonSchemaType.Boolean, JsonValueKind.True or JsonValueKind.False) => true,
        (JsonSchemaType.Array, JsonValueKind.Array) => true,
        (null, _) => true,
        _ => false,
    };
}
