using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Campaign.Architecture.Tests;

/// <summary>
/// The documents in docs/openapi, which the services' own tests hold to what they serve, are such that a client can be made from them.
/// </summary>
public sealed partial class OpenApiTests
{
    public static TheoryData<string> Documents => OpenApiDocuments.Names;

    [Fact]
    public void Every_operation_of_the_platform_has_a_name_of_its_own() => Ids().ShouldBeUnique();

    [Fact]
    public void Every_name_is_an_identifier() => Ids().ShouldAllBe(id => id.Length > 0 && id.All(char.IsAsciiLetterOrDigit));

    [Fact]
    public void Every_refusal_is_a_problem()
    {
        var others = from operation in OpenApiDocuments.Operations()
                     from response in operation.Json["responses"]!.AsObject()
                         // RFC 6749 says what the token endpoint answers.
                     where operation.Id is not "IssueToken" && response.Key[0] is '4'
                         && response.Value!["content"]?["application/problem+json"] is null
                     select $"{operation.Id} {response.Key}";
        others.ShouldBeEmpty();
    }

    [Fact]
    public void Every_rule_is_a_code()
    {
        var sentences = from operation in OpenApiDocuments.Operations()
                        from response in operation.Json["responses"]!.AsObject()
                        from rule in response.Value!["x-rules"]?.AsArray() ?? []
                        where !Kebab().IsMatch((string)rule!)
                        select $"{operation.Id} {response.Key} {rule}";
        sentences.ShouldBeEmpty();
    }

    [Fact]
    public void No_two_addresses_differ_in_the_names_of_their_parameters_only() => OpenApiDocuments.Operations()
        .Select(operation => $"{operation.Method} {Parameter().Replace(operation.Path, "{}")}").ShouldBeUnique();

    [Fact]
    public void Every_parameter_is_declared_once_and_those_of_the_address_are_required()
    {
        foreach (var operation in OpenApiDocuments.Operations())
        {
            var declared = operation.Json["parameters"]?.AsArray() ?? [];
            declared.Select(parameter => $"{parameter!["in"]} {parameter["name"]}").ShouldBeUnique(operation.Id);
            declared.Where(parameter => (string?)parameter!["in"] is "path" && (bool?)parameter["required"] is true)
                .Select(parameter => $"{{{parameter!["name"]}}}")
                .ShouldBe(Parameter().Matches(operation.Path).Select(match => match.Value), ignoreOrder: true, operation.Id);
        }
    }

    [Theory, MemberData(nameof(Documents))]
    public void Every_schema_says_one_thing(string document)
    {
        var wrong = from node in Nodes(OpenApiDocuments.All[document], "")
                    from defect in Defects(node.Json)
                    select $"{node.Pointer} {defect}";
        wrong.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Documents))]
    public void Every_schema_is_used_and_every_used_one_is_there(string document)
    {
        var used = Nodes(OpenApiDocuments.All[document], "").Select(node => node.Json["$ref"]).OfType<JsonValue>();
        var there = OpenApiDocuments.All[document]["components"]!["schemas"]!.AsObject()
            .Select(schema => $"#/components/schemas/{schema.Key}");
        used.Select(name => (string)name!).Distinct(StringComparer.Ordinal).ShouldBe(there, ignoreOrder: true);
    }

    private static IEnumerable<string> Ids() => OpenApiDocuments.Operations().Select(operation => operation.Id);

    private static IEnumerable<string> Defects(JsonObject schema)
    {
        if (schema["required"] is JsonArray required && required.Any(field => schema["properties"]?[(string)field!] is null))
            yield return "requires what it has not";
        if (schema["nullable"] is JsonValue) yield return "is nullable as in 3.0";
        if (schema["type"] is JsonArray types && types.Count(type => (string?)type is not "null") != 1) yield return "is of several types";
        if (schema["enum"] is not JsonArray words) yield break;
        if (words.Count == 0 || words.Any(word => word is null)) yield return "has words that are none";
        if ((string?)schema["type"] is not "string") yield return "has words of no type";
    }

    private static IEnumerable<(string Pointer, JsonObject Json)> Nodes(JsonNode? node, string pointer)
    {
        if (node is JsonObject own) yield return (pointer, own);
        var inner = node switch
        {
            JsonObject fields => fields.Where(field => field.Key is not "example").Select(field => (field.Key, field.Value)),
            JsonArray items => items.Select((item, index) => ($"{index}", item)),
            _ => [],
        };
        foreach (var found in inner.SelectMany(next => Nodes(next.Item2, $"{pointer}/{next.Item1}"))) yield return found;
    }

    [GeneratedRegex(@"\{\w+\}", RegexOptions.None, 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Kebab();
}
