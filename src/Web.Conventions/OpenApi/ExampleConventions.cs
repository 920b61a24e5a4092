using System.Net.Mime;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Campaign.Web;

/// <summary>
/// Shows a body and an answer of every operation. They are made from the schema, so that they change with it;
/// <see cref="RequestExample"/> is for what a schema cannot tell.
/// </summary>
internal sealed class ExampleConventions : IOpenApiOperationTransformer, IOpenApiDocumentTransformer
{
    private static readonly string[] Types = [MediaTypeNames.Application.Json, "application/geo+json"];

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var given = context.Description.ActionDescriptor.EndpointMetadata.OfType<RequestExample>().FirstOrDefault();
        foreach (var body in Shown(operation.RequestBody?.Content))
        {
            if (given is not null) body.Example = JsonNode.Parse(given.Json);
        }

        return Task.CompletedTask;
    }

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        var samples = new Samples(EmbeddedTables.Owners(context));
        var bodies = new ExampleMaker(document, samples, forRequest: true);
        var answers = new ExampleMaker(document, samples, forRequest: false);
        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations?.Values.AsEnumerable() ?? []))
        {
            foreach (var body in Shown(operation.RequestBody?.Content)) body.Example ??= bodies.Of(body.Schema!);
            foreach (var (status, answer) in operation.Responses ?? [])
            {
                if (!status.StartsWith('2')) continue;
                foreach (var content in Shown(answer.Content)) content.Example ??= answers.Of(content.Schema!);
            }
        }

        return Task.CompletedTask;
    }

    private static IEnumerable<OpenApiMediaType> Shown(IDictionary<string, OpenApiMediaType>? content) =>
        from type in Types
        let shown = content?.TryGetValue(type, out var found) is true ? found : null
        where shown?.Schema is not null
        select shown;
}
