using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.OpenApi;

namespace Campaign.Web;

/// <summary>What a route answers with beside JSON, which a second <c>Produces</c> would say instead.</summary>
public static class OtherAnswers
{
    /// <summary>Answers with <typeparamref name="T"/> where it is asked for <paramref name="contentType"/>.</summary>
    public static RouteHandlerBuilder OffersAlso<T>(this RouteHandlerBuilder route, string contentType) =>
        route.AddOpenApiOperationTransformer(async (operation, context, cancellation) =>
        {
            var schema = await context.GetOrCreateSchemaAsync(typeof(T), null, cancellation);
            context.Document!.AddComponent(typeof(T).Name, schema);
            operation.Responses!["200"].Content![contentType] =
                new OpenApiMediaType { Schema = new OpenApiSchemaReference(typeof(T).Name, context.Document) };
        });

    /// <summary>Answers with a file of its own.</summary>
    public static RouteHandlerBuilder OffersFile(this RouteHandlerBuilder route, string contentType) =>
        route.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Responses!["200"].Content![contentType] =
                new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } };
            return Task.CompletedTask;
        });
}
