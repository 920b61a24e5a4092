using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Campaign.Scoring.Metrics;
using Campaign.Scoring.Rulebook;
using Campaign.Scoring.Scorecards.Primitives;

namespace Campaign.Scoring.Specs.Policies;

/// <summary>The JSON schema of a policy, made of its type and of what its items can name.</summary>
internal static class PolicySchema
{
    public static readonly JsonSerializerOptions Written =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    public static JsonNode Document { get; } = Create();

    private static JsonNode Create()
    {
        var schema = Strict.GetJsonSchemaAsNode(
            typeof(Policy), new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Terms });
        var document = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = "考评办法" };
        foreach (var (name, value) in schema.AsObject()) document[name] = value?.DeepClone();
        return document;
    }

    private static JsonNode Terms(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (context.PropertyInfo is not { } property || property.DeclaringType != typeof(Item)) return schema;
        return property.Name switch
        {
            "rule" => OneOf(Primitive.All.Select(p => (p.Rule, p.Name))),
            "metric" => OneOf(MetricCatalogue.All.Select(m => (m.Code, m.Name))),
            "basis" => OneOf([(Normalised.Area, "面积"), (Normalised.Population, "人口")]),
            _ => schema,
        };
    }

    private static JsonObject OneOf(IEnumerable<(string Code, string Name)> terms)
    {
        var all = terms.ToList();
        return new()
        {
            ["type"] = "string",
            ["description"] = string.Join("；", all.Select(t => $"{t.Code} {t.Name}")),
            ["enum"] = new JsonArray([.. all.Select(t => (JsonNode)t.Code)]),
        };
    }
}
