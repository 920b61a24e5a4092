using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Campaign.Web;

/// <summary>The document says what all routes have in common, and nothing about the machine it was made on.</summary>
internal sealed partial class OpenApiConventions(ServiceName service) : IOpenApiDocumentTransformer
{
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo { Title = $"创卫平台 · {service.Value}", Version = "v1" };
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
        document.Components.SecuritySchemes["bearer"] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
            Description = "账号登录后由网关换取，机器客户端用 POST /connect/token 换取。",
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("bearer", document)] = [] }];
        foreach (var (template, path) in document.Paths)
        {
            foreach (var (_, operation) in path.Operations ?? []) Complete(operation.Parameters ??= [], template);
        }
        Distinguish(document);
        return Task.CompletedTask;
    }

    /// <summary>
    /// What a street and the district ask for in the same words are two operations, and each service has its dead letters.
    /// </summary>
    private void Distinguish(OpenApiDocument document)
    {
        foreach (var (template, path) in document.Paths)
        {
            var suffix = template switch
            {
                _ when template.StartsWith("/api/district", StringComparison.Ordinal) => "OfDistrict",
                _ when template.StartsWith("/api/operations", StringComparison.Ordinal) =>
                    $"Of{char.ToUpperInvariant(service.Value[0])}{service.Value[1..]}",
                _ => "",
            };
            foreach (var (_, operation) in path.Operations ?? [])
            {
                if (operation.OperationId?.Contains("District", StringComparison.Ordinal) is not true) operation.OperationId += suffix;
            }
        }
    }

    /// <summary>Left to itself the document calls a query parameter as C# does, and omits what of the path only a filter reads.</summary>
    private static void Complete(IList<IOpenApiParameter> parameters, string template)
    {
        foreach (var parameter in parameters.OfType<OpenApiParameter>().Where(parameter => parameter.In is ParameterLocation.Query))
            parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
        foreach (var name in PathParameter().Matches(template).Select(match => match.Value))
        {
            if (parameters.Any(parameter => parameter.Name == name)) continue;
            parameters.Add(new OpenApiParameter
            {
                Name = name,
                In = ParameterLocation.Path,
                Required = true,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        }
    }

    [GeneratedRegex(@"(?<=\{)\w+(?=\})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PathParameter();
}
