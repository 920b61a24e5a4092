using System.Net;
using System.Text.Json.Nodes;
using Campaign.Web;

namespace Campaign.Testing;

/// <summary>
/// Reads from the document of a service what each list may be asked, and asks for something else: a parameter that is not there,
/// and of each closed list of values one that it does not have.
/// </summary>
public static class QueryWalk
{
    private const string Street = "120102001";

    /// <returns>What was taken all the same, one sentence each; and how much was asked, so that an empty walk is not green.</returns>
    public static async Task<(IReadOnlyList<string> Wrong, int Asked)> Walk(string service, HttpClient client, TestIdentity identity)
    {
        var document = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Documents.Root, $"docs/openapi/{service}.json")))!;
        client.As(identity.Token(TestIdentity.Caller(Role.Administrator, Street) with { Roles = Enum.GetValues<Role>().ToHashSet() }));
        var (wrong, asked) = (new List<string>(), 0);
        foreach (var (path, operations) in document["paths"]!.AsObject())
        {
            if (operations!["get"] is not { } operation) continue;
            var all = operation["parameters"]?.AsArray() ?? [];
            var parameters = all.Where(one => (string?)one!["in"] == "query").ToList();
            var address = Filled(path, all);
            await Ask(address, "nosuch=1", "parameter-unknown", parameters.Select(one => (string)one!["name"]!));
            foreach (var parameter in parameters)
            {
                if (ValuesOf(parameter!["schema"]!, document) is not { Count: > 0 } values) continue;
                foreach (var other in new[] { "nosuch", "99", values[0] + "," + values[^1] })
                    await Ask(address, $"{parameter["name"]}={other}", "parameter-value-unknown", values);
            }
        }
        return (wrong, asked);

        async Task Ask(string address, string query, string rule, IEnumerable<string> allowed)
        {
            asked++;
            using var answer = await client.GetAsync($"{address}?{query}");
            var text = await answer.Content.ReadAsStringAsync();
            var error = answer.StatusCode is HttpStatusCode.BadRequest ? JsonNode.Parse(text)!["errors"]?[0] : null;
            if (error is null || (string?)error["rule"] != rule || (string?)error["pointer"] != "/" + query.Split('=')[0]
                || allowed.Any(name => !((string)error["detail"]!).Contains(name, StringComparison.Ordinal)))
                wrong.Add($"{address}?{query} was answered {(int)answer.StatusCode} {text}");
        }
    }

    private static List<string>? ValuesOf(JsonNode schema, JsonNode document)
    {
        if (schema["items"] is { } items) return ValuesOf(items, document);
        if ((string?)schema["$ref"] is { } reference)
            return ValuesOf(document["components"]!["schemas"]![reference.Split('/')[^1]]!, document);
        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray either)
            return either.Select(one => ValuesOf(one!, document)).FirstOrDefault(values => values is not null);
        if (schema["type"]?.ToJsonString().Contains("boolean", StringComparison.Ordinal) is true) return ["true", "false"];
        return (schema["enum"] as JsonArray)?.OfType<JsonNode>().Select(value => value.ToString()).ToList();
    }

    private static string Filled(string path, IEnumerable<JsonNode?> parameters) => parameters.Where(one => (string?)one!["in"] == "path")
        .Aggregate(path, (filled, one) => filled.Replace($"{{{one!["name"]}}}", Sample(one), StringComparison.Ordinal));

    private static string Sample(JsonNode parameter) => ((string)parameter["name"]!, (string?)parameter["schema"]!["format"]) switch
    {
        ("street", _) => Street,
        ("sha256", _) => new string('a', 64),
        (_, "uuid") => "019300c8-0000-7000-8000-000000000000",
        (_, "int32" or "int64") => "1",
        _ => "a1",
    };
}
