using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Campaign.Web;

/// <summary>
/// What the conventions give every operation, so that a client can be made from the document: an id from the name of its slice, the
/// headers of commands, and the problems that may come instead of an answer.
/// </summary>
internal sealed class OperationConventions : IOpenApiOperationTransformer
{
    private const string ProblemSchema = "Problem";

    public async Task TransformAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<MethodInfo>().FirstOrDefault() is not { } handler) return;
        operation.OperationId ??= OperationId.Of(handler, context.Description.HttpMethod);
        // The document asks for a token; of whom nobody is asked, it says so.
        if (metadata.OfType<IAllowAnonymous>().Any()) operation.Security ??= [new OpenApiSecurityRequirement()];

        var takesCommand = handler.GetParameters().Any(parameter => parameter.ParameterType == typeof(Commands));
        // Who has commands keeps answers; the gateway, whose answers hold secrets, does not.
        var keepsAnswers = context.ApplicationServices.GetRequiredService<IServiceProviderIsService>().IsService(typeof(Commands));
        var takesKey = keepsAnswers && context.Description.HttpMethod == HttpMethods.Post;
        if (takesKey)
            Header(operation, Idempotency.Header, "重复提交时带上同一个值，得到相同的答复，不会重复办理；最长 200 个字符，保留 24 小时。");
        // What is new has no version that anybody could have seen.
        var changes = takesCommand && !Creates(context.Description);
        if (changes) Header(operation, "If-Match", "您看到的版本（ETag）；他人已先修改时返回 412。");
        if (takesCommand || metadata.OfType<VersionedAnswer>().Any())
        {
            foreach (var (status, answer) in operation.Responses ?? [])
            {
                if (status.StartsWith('2') && answer is OpenApiResponse success) ETag(success);
            }
        }

        var problem = await context.GetOrCreateSchemaAsync(typeof(ProblemDetails), null, cancellationToken);
        context.Document?.AddComponent(ProblemSchema, Problem(problem));
        var rules = OperationRules.Of(handler.Module.Assembly, operation.OperationId);
        if (HasDates(handler, context.ApplicationServices)) rules = With(DateBounds.Rule, StatusCodes.Status422UnprocessableEntity, rules);
        if (metadata.OfType<CallerTurns>().LastOrDefault() is { } turns)
            rules = With(turns.Rule, StatusCodes.Status429TooManyRequests, rules);
        if (takesKey) rules = With(IdempotencyQuota.Rule, StatusCodes.Status429TooManyRequests, rules);
        foreach (var status in Problems(metadata, takesCommand, changes, operation).Union(rules.Keys).Order())
        {
            var common = CommonRules.Of(status, metadata);
            Refuses(operation, status, [.. common.Union(rules.GetValueOrDefault(status, []), StringComparer.Ordinal)], context.Document);
        }
    }

    /// <summary>A post to a collection, of which nothing is named yet.</summary>
    private static bool Creates(ApiDescription description) => description.HttpMethod == HttpMethods.Post
        && description.ParameterDescriptions.All(parameter => parameter.Source != BindingSource.Path || parameter.Name is "street");

    private static bool HasDates(MethodInfo handler, IServiceProvider services) =>
        services.GetService<RequestDates>() is { } dates && handler.GetParameters().Any(parameter => dates.CheckOf(parameter) is not null);

    private static Dictionary<int, string[]> With(string rule, int status, IReadOnlyDictionary<int, string[]> rules) => new(rules)
    {
        [status] = [.. rules.GetValueOrDefault(status, []).Union([rule], StringComparer.Ordinal).Order(StringComparer.Ordinal)],
    };

    private static IEnumerable<int> Problems(
        IList<object> metadata, bool takesCommand, bool changes, OpenApiOperation operation)
    {
        if (operation.RequestBody is not null || operation.Parameters is { Count: > 0 }) yield return StatusCodes.Status400BadRequest;
        if (metadata.OfType<AllowedRoles>().Any())
        {
            yield return StatusCodes.Status401Unauthorized;
            yield return StatusCodes.Status403Forbidden;
        }
        else if (metadata.OfType<IAuthorizeData>().Any() && !metadata.OfType<IAllowAnonymous>().Any())
            yield return StatusCodes.Status401Unauthorized;

        if (operation.Parameters?.Any(parameter => parameter.In is ParameterLocation.Path && parameter.Name is not "street") is true)
            yield return StatusCodes.Status404NotFound;
        if (takesCommand) yield return StatusCodes.Status409Conflict;
        if (changes) yield return StatusCodes.Status412PreconditionFailed;

        if (operation.RequestBody is not null) yield return StatusCodes.Status422UnprocessableEntity;
    }

    private static void Header(OpenApiOperation operation, string name, string description)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = name,
            In = ParameterLocation.Header,
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        });
    }

    private static void ETag(OpenApiResponse success)
    {
        success.Headers ??= new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal);
        success.Headers["ETag"] = new OpenApiHeader
        {
            Description = "事件流的版本。",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            Example = JsonValue.Create("\"7\""),
        };
    }

    private static void Refuses(OpenApiOperation operation, int status, IReadOnlyList<string> rules, OpenApiDocument? document)
    {
        var key = status.ToString(System.Globalization.CultureInfo.InvariantCulture);
        operation.Responses ??= [];
        if (operation.Responses.ContainsKey(key)) return;
        var refusal = new OpenApiResponse
        {
            Description = Campaign.Web.Problems.TitleOf(status),
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(ProblemSchema, document) },
            },
        };
        if (rules.Count > 0)
        {
            refusal.Extensions = new Dictionary<string, IOpenApiExtension>(StringComparer.Ordinal)
            {
                ["x-rules"] = new JsonNodeExtension(new JsonArray([.. rules.Select(rule => JsonValue.Create(rule))])),
            };
        }

        operation.Responses[key] = refusal;
    }

    /// <summary>RFC 9457 with the fields that a request breaks a rule in.</summary>
    private static OpenApiSchema Problem(OpenApiSchema standard)
    {
        standard.Properties ??= new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        standard.Properties["errors"] = new OpenApiSchema
        {
            Type = JsonSchemaType.Array,
            Items = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Required = new HashSet<string>(StringComparer.Ordinal) { "pointer", "rule", "detail" },
                Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
                {
                    ["pointer"] = new OpenApiSchema { Type = JsonSchemaType.String },
                    ["rule"] = new OpenApiSchema { Type = JsonSchemaType.String },
                    ["detail"] = new OpenApiSchema { Type = JsonSchemaType.String },
                    ["line"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
                    ["column"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
                },
            },
        };
        return standard;
    }
}
