using System.Net.Mime;
using Campaign.Web;

namespace Campaign.Scoring.Yaml;

/// <summary>
/// YAML where a route takes JSON. The body is put into JSON before the route reads it, so that reading, validation and refusals are
/// the same; what is refused is told with its line and column as well.
/// </summary>
internal static class YamlBodies
{
    /// <summary>Largest YAML body a service reads, in bytes: somebody wrote it by hand.</summary>
    public const int Limit = 1024 * 1024;

    public const string Type = MediaTypeNames.Application.Yaml;

    /// <summary>The registered name and those in use before it.</summary>
    internal static readonly string[] Types = [Type, "application/x-yaml", "text/yaml"];

    /// <summary>Lets the route take its JSON body as YAML, too.</summary>
    public static RouteHandlerBuilder TakesYaml<T>(this RouteHandlerBuilder route) where T : notnull
    {
        route.Accepts<T>(MediaTypeNames.Application.Json, Types);
        route.Add(endpoint =>
        {
            var next = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = async http =>
            {
                if (IsYaml(http.Request)) await PutIntoJson(http);
                await next(http);
            };
        });
        return route;
    }

    private static bool IsYaml(HttpRequest request) =>
        request.GetTypedHeaders().ContentType?.MediaType is { } type
            && Types.Any(known => type.Equals(known, StringComparison.OrdinalIgnoreCase));

    private static async Task PutIntoJson(HttpContext http)
    {
        var document = YamlDocument.Read(await Whole(http));
        http.Features.Set<IBodyNotation>(document.Places);
        http.Request.ContentType = MediaTypeNames.Application.Json;
        http.Request.ContentLength = document.Json.Length;
        http.Request.Body = new MemoryStream(document.Json.ToArray());
    }

    private static async Task<byte[]> Whole(HttpContext http)
    {
        var body = new byte[Math.Min(http.Request.ContentLength ?? Limit, Limit) + 1];
        var length = await http.Request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, http.RequestAborted);
        return length <= Limit
            ? body[..length]
            : throw new BadHttpRequestException("The YAML is too large.", StatusCodes.Status413PayloadTooLarge);
    }
}
