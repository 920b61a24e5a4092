using System.Text.Json.Nodes;

namespace Campaign.Architecture.Tests;

/// <summary>
/// The documents in docs/openapi, which the services' own tests hold to what they serve, are such that a client can be made from them.
/// </summary>
public sealed class OpenApiTests
{
    [Fact]
    public void Every_operation_of_the_platform_has_a_name_of_its_own() =>
        Operations().Select(operation => (string?)operation["operationId"]).ShouldBeUnique();

    [Fact]
    public void Every_name_is_an_identifier() =>
        Operations().Select(operation => (string?)operation["operationId"])
            .ShouldAllBe(id => !string.IsNullOrEmpty(id) && id.All(char.IsAsciiLetterOrDigit));

    [Fact]
    public void Every_refusal_is_a_problem()
    {
        var others = from operation in Operations()
                     from response in operation["responses"]!.AsObject()
                     where response.Key[0] is '4' && response.Value!["content"]?["application/problem+json"] is null
                     select $"{operation["operationId"]} {response.Key}";
        others.ShouldBeEmpty();
    }

    private static IEnumerable<JsonObject> Operations() =>
        from file in Directory.GetFiles(Path.Combine(Testing.Documents.Root, "docs/openapi"), "*.json")
        from path in JsonNode.Parse(File.ReadAllText(file))!["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        where operation.Value is JsonObject
        select operation.Value!.AsObject();
}
