using System.Text.Json.Nodes;

namespace Campaign.Architecture.Tests;

/// <summary>Whoever reads a document in docs/openapi is told in Chinese what each schema and each parameter is.</summary>
public sealed class OpenApiDescriptionTests
{
    private const string Table = "Descriptions.json";

    public static TheoryData<string> Documents => OpenApiDocuments.Names;

    [Theory, MemberData(nameof(Documents))]
    public void Every_schema_and_every_parameter_is_described(string document)
    {
        var schemas = OpenApiDocuments.All[document]["components"]!["schemas"]!.AsObject()
            .Where(schema => !IsChinese(schema.Value!)).Select(schema => schema.Key);
        var parameters = from operation in OpenApiDocuments.Operations(document)
                         from parameter in operation.Json["parameters"]?.AsArray() ?? []
                         where !IsChinese(parameter!)
                         select $"{parameter["name"]} of {operation.Id}";

        schemas.Concat(parameters.Distinct(StringComparer.Ordinal)).ShouldBeEmpty($"say in OpenApi/{Table} of the service what these are");
    }

    [Fact]
    public void Every_description_is_of_something()
    {
        var schemas = from document in OpenApiDocuments.All
                      from schema in document.Value["components"]!["schemas"]!.AsObject()
                      select $"{document.Key} schemas {schema.Key}";
        var parameters = from operation in OpenApiDocuments.Operations()
                         from parameter in operation.Json["parameters"]?.AsArray() ?? []
                         select $"{operation.Document} parameters {parameter["name"]}";
        var there = schemas.Concat(parameters).ToHashSet(StringComparer.Ordinal);

        Own().Where(entry => !there.Contains(entry)).ShouldBeEmpty("these are gone");
    }

    private static IEnumerable<string> Own() =>
        from table in OpenApiDocuments.Tables(Table)
        where table.Document is not null
        from section in table.Json
        from entry in section.Value!.AsObject()
        select $"{table.Document} {section.Key} {entry.Key}";

    private static bool IsChinese(JsonNode described) =>
        (string?)described["description"] is { } text && text.Any(letter => letter is >= '\u4e00' and <= '\u9fff');
}
