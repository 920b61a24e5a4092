using System.Net.Mime;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace Campaign.Scoring.Yaml;

/// <summary>YAML as an answer, for whom it is easier to edit.</summary>
internal static class YamlAnswers
{
    /// <summary>
    /// Says that the route answers with <typeparamref name="T"/> as YAML, too, which a second <c>Produces</c> would say instead.
    /// </summary>
    public static RouteHandlerBuilder OffersYaml<T>(this RouteHandlerBuilder route) =>
        route.AddOpenApiOperationTransformer((operation, context, _) =>
    {
        operation.Responses!["200"].Content![YamlBodies.Type] =
            new OpenApiMediaType { Schema = new OpenApiSchemaReference(typeof(T).Name, context.Document) };
        return Task.CompletedTask;
    });

    /// <summary>Whether the caller would rather have YAML than JSON. A wildcard alone asks for JSON.</summary>
    public static bool Preferred(HttpContext http)
    {
        http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        var accepted = http.Request.GetTypedHeaders().Accept;
        var yaml = Quality(accepted, YamlBodies.Types) ?? 0;
        return Quality(accepted, MediaTypeNames.Application.Json) is { } json
            ? yaml > json
            : yaml > 0 && yaml >= (Quality(accepted, "application/*", "*/*") ?? 0);
    }

    /// <summary>The value as a body of the same route can have it.</summary>
    /// <param name="heading">A comment in the first line.</param>
    public static IResult Of<T>(HttpContext http, T value, string heading)
    {
        var json = http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        return TypedResults.Text(YamlText.Of(JsonSerializer.SerializeToElement(value, json), heading), YamlBodies.Type, Encoding.UTF8);
    }

    private static double? Quality(IEnumerable<MediaTypeHeaderValue> accepted, params IEnumerable<string> types) => accepted
        .Where(range => types.Contains(range.MediaType.Value, StringComparer.OrdinalIgnoreCase))
        .Max(range => range.Quality ?? (double?)1);
}
