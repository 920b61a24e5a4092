using System.Text.Json;
using System.Text.Json.Nodes;
using Campaign.Web;

namespace Campaign.Gateway.Docs;

/// <summary>
/// Puts documents together. Two services may call different things by one name: the later one gets the service's name in front.
/// </summary>
internal sealed class OpenApiMerge(JsonObject into)
{
    private static readonly JsonSerializerOptions Json = Readable();
    private const string Reference = "$ref";
    private const string SchemaPrefix = "#/components/schemas/";

    public void Add(string service, JsonObject document)
    {
        var schemas = Section(Section(into, "components"), "schemas");
        var renamed = new Dictionary<string, string>(StringComparer.Ordinal);
        var theirs = document["components"]?["schemas"] as JsonObject ?? [];
        foreach (var (name, schema) in theirs)
        {
            if (schemas[name] is { } ours && !JsonNode.DeepEquals(ours, schema))
                renamed[SchemaPrefix + name] = SchemaPrefix + service + name;
        }

        Rename(document, renamed);
        foreach (var (name, schema) in theirs)
            schemas[renamed.TryGetValue(SchemaPrefix + name, out var other) ? other[SchemaPrefix.Length..] : name] = schema?.DeepClone();
        foreach (var (path, operations) in document["paths"] as JsonObject ?? [])
            Section(into, "paths").TryAdd(path, operations?.DeepClone());
    }

    public string Finish(IReadOnlyList<string> missing)
    {
        into["info"] = new JsonObject
        {
            ["title"] = "创卫平台",
            ["version"] = "v1",
            ["description"] = missing.Count == 0
                ? "全部服务的接口。"
                : $"以下服务暂时无法访问，其接口未列出：{string.Join('、', missing)}。",
        };
        if (missing.Count > 0) into["x-missing-services"] = new JsonArray([.. missing.Select(service => JsonValue.Create(service))]);
        into.Remove("servers");
        into.Remove("tags");
        return into.ToJsonString(Json);
    }

    private static JsonSerializerOptions Readable()
    {
        var options = new JsonSerializerOptions();
        HttpConventions.Configure(options);
        return options;
    }

    private static JsonObject Section(JsonObject parent, string name)
    {
        if (parent[name] is JsonObject section) return section;
        var made = new JsonObject();
        parent[name] = made;
        return made;
    }

    private static void Rename(JsonNode? node, Dictionary<string, string> renamed)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items) Rename(item, renamed);
        }
        if (node is not JsonObject members) return;
        if (members[Reference] is JsonValue value && renamed.TryGetValue(value.ToString(), out var name)) members[Reference] = name;
        foreach (var (_, member) in members) Rename(member, renamed);
    }
}
