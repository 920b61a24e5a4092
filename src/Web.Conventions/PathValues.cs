using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.Web;

/// <summary>
/// What is wrong with an address that would be one but for a value in it: <c>findings/12</c>, where an id is asked for. Routing only finds
/// that there is none.
/// </summary>
internal static class PathValues
{
    private static readonly Dictionary<string, Type> Kinds = new(StringComparer.Ordinal)
    {
        ["int"] = typeof(int),
        ["long"] = typeof(long),
        ["guid"] = typeof(Guid),
    };

    /// <returns>Null where an endpoint has answered, or none is nearly asked for.</returns>
    public static FieldError? Unread(HttpContext http) => http.GetEndpoint() is not null
        ? null
        : http.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => Takes(route, http.Request.Method))
            .Select(route => Unread(route.RoutePattern, http.Request.Path)).FirstOrDefault(error => error is not null);

    private static bool Takes(RouteEndpoint route, string method) =>
        route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(method, StringComparer.OrdinalIgnoreCase) is true
        && route.RoutePattern.Parameters.Any(parameter => KindOf(parameter) is not null);

    private static FieldError? Unread(RoutePattern pattern, PathString path)
    {
        var values = new RouteValueDictionary();
        if (!new TemplateMatcher(new RouteTemplate(pattern), new()).TryMatch(path, values)) return null;
        return pattern.Parameters.Select(parameter => Error(parameter, values[parameter.Name] as string))
            .FirstOrDefault(error => error is not null);
    }

    private static FieldError? Error(RoutePatternParameterPart parameter, string? text) =>
        text is not null && KindOf(parameter) is { } kind ? ParameterText.Error(parameter.Name, kind, text) : null;

    private static Type? KindOf(RoutePatternParameterPart parameter) => parameter.ParameterPolicies
        .Select(policy => Kinds.GetValueOrDefault(policy.Content ?? "")).FirstOrDefault(kind => kind is not null);
}
