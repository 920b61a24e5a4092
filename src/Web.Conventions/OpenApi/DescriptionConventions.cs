using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Campaign.Web;

/// <summary>Says what each schema and each parameter is, in the words of those who read the document (Descriptions.json).</summary>
internal sealed class DescriptionConventions : IOpenApiDocumentTransformer
{
    public const string Resource = "Descriptions.json";

    private const string Page = "PageOf";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        var tables = EmbeddedTables.Read(Resource, EmbeddedTables.Owners(context)).ToList();
        foreach (var (name, schema) in document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal))
            schema.Description ??= OfSchema(name);
        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations?.Values.AsEnumerable() ?? []))
        {
            foreach (var parameter in operation.Parameters ?? []) parameter.Description ??= Said("parameters", parameter.Name!);
        }

        return Task.CompletedTask;

        string? OfSchema(string name) => name.StartsWith(Page, StringComparison.Ordinal) && Said("schemas", name[Page.Length..]) is { } row
            ? $"{row}：一页"
            : Said("schemas", name);

        string? Said(string section, string name) =>
            tables.Select(table => (string?)table[section]?[name]).LastOrDefault(said => said is not null);
    }
}
