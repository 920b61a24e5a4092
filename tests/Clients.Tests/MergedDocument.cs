using System.Text.Json.Nodes;
using Campaign.Gateway.Docs;

namespace Campaign.Clients.Tests;

/// <summary>The document that the gateway serves, of the parts in docs/openapi.</summary>
internal static class MergedDocument
{
    private static readonly string[] Services = ["tasks", "inspections", "scoring", "integration"];

    public static string Json { get; } = Merge();

    public static IEnumerable<(string Path, JsonObject Operation)> Operations() =>
        from path in JsonNode.Parse(Json)!["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select (path.Key, operation.Value!.AsObject());

    private static string Merge()
    {
        var merge = new OpenApiMerge(Read("gateway"));
        foreach (var service in Services) merge.Add(service, Read(service));
        return merge.Finish([]);
    }

    private static JsonObject Read(string name) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Testing.Documents.Root, $"docs/openapi/{name}.json")))!.AsObject();
}
