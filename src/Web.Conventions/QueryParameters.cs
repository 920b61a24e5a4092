using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace Campaign.Web;

/// <summary>
/// Holds a request to the query parameters that its handler declares, as a body is held to its fields: what was mistyped would else be left
/// out, and a whole list be taken for a filtered one. A value that a closed list does not have is refused with that list, one that cannot
/// be read by the name of its parameter.
/// </summary>
internal static class QueryParameters
{
    private const string UnknownRule = "parameter-unknown";
    private const string ValueRule = "parameter-value-unknown";
    private const string MissingRule = "parameter-missing";
    private const string TwiceRule = "parameter-twice";

    /// <summary>Each names all that is allowed, so that a few say enough.</summary>
    private const int MostErrors = 10;

    /// <summary>Before the arguments are bound, which would only say that something cannot be read.</summary>
    public static void Hold(EndpointBuilder endpoint)
    {
        if (endpoint is not RouteEndpointBuilder { RequestDelegate: { } handle } route) return;
        var (query, path) = Declared(route);
        route.RequestDelegate = http => Wrong(http, query, path) is [var first, ..] wrong
            ? Problems.Of(StatusCodes.Status400BadRequest, first.Rule, first.Detail, wrong).ExecuteAsync(http)
            : handle(http);
    }

    private static (Dictionary<string, Parameter> Query, Dictionary<string, Type> Path) Declared(RouteEndpointBuilder route)
    {
        var query = new Dictionary<string, Parameter>(StringComparer.OrdinalIgnoreCase);
        var path = new Dictionary<string, Type>(StringComparer.Ordinal);
        foreach (var parameter in route.Metadata.OfType<IParameterBindingMetadata>())
        {
            var from = parameter.ParameterInfo.GetCustomAttributes(inherit: true);
            var name = from.OfType<IFromQueryMetadata>().FirstOrDefault()?.Name ?? parameter.Name;
            var type = parameter.ParameterInfo.ParameterType;
            if (route.RoutePattern.GetParameter(name) is { } inPath) path[inPath.Name] = Single(type);
            else if (IsQuery(parameter, from, type))
                query[JsonNamingPolicy.CamelCase.ConvertName(name)] =
                    new(Single(type), ValuesOf(Single(type)), type.IsArray, !type.IsArray && !parameter.IsOptional);
        }
        return (query, path);
    }

    private static bool IsQuery(IParameterBindingMetadata parameter, object[] from, Type type) =>
        from.Any(attribute => attribute is IFromQueryMetadata)
        || (!from.Any(attribute => attribute is IFromBodyMetadata or IFromHeaderMetadata or IFromServiceMetadata or IFromFormMetadata)
            && (parameter.HasTryParse || Single(type) == typeof(string) || type.IsArray));

    private static Type Single(Type type)
    {
        var one = type.IsArray ? type.GetElementType()! : type;
        return Nullable.GetUnderlyingType(one) ?? one;
    }

    private static string[]? ValuesOf(Type type) =>
        type.IsEnum ? Enum.GetNames(type)
        : type == typeof(bool) ? ["true", "false"]
        : null;

    private static List<FieldError> Wrong(HttpContext http, Dictionary<string, Parameter> query, Dictionary<string, Type> path) =>
    [
        .. InPath(http, path).Concat(Given(http.Request.Query, query)).Concat(Missing(http.Request.Query, query)).Take(MostErrors),
    ];

    private static IEnumerable<FieldError> InPath(HttpContext http, Dictionary<string, Type> path) =>
        from one in path
        let text = http.GetRouteValue(one.Key) as string
        where text is not null
        let error = ParameterText.Error(one.Key, one.Value, text)
        where error is not null
        select error;

    private static IEnumerable<FieldError> Given(IQueryCollection query, Dictionary<string, Parameter> declared)
    {
        foreach (var (name, given) in query)
        {
            if (!declared.TryGetValue(name, out var parameter)) yield return Unknown(name, declared.Keys);
            else if (given.Count > 1 && !parameter.IsList) yield return new(ParameterText.PointerTo(name), TwiceRule, $"“{name}”只能有一个值。");
            else if (given.Select(value => Unread(name, value, parameter)).FirstOrDefault(error => error is not null) is { } error)
                yield return error;
        }
    }

    /// <summary>Left empty it asks for nothing.</summary>
    private static FieldError? Unread(string name, string? value, Parameter parameter)
    {
        if (string.IsNullOrEmpty(value)) return null;
        if (parameter.Values is not { } values) return ParameterText.Error(name, parameter.Type, value);
        return values.Contains(value, StringComparer.OrdinalIgnoreCase) ? null : Unlisted(name, value, values);
    }

    private static IEnumerable<FieldError> Missing(IQueryCollection query, Dictionary<string, Parameter> declared) =>
        from one in declared
        where one.Value.IsRequired && IsMissing(query[one.Key], one.Value)
        select new FieldError(ParameterText.PointerTo(one.Key), MissingRule, $"缺少查询参数“{one.Key}”。");

    private static bool IsMissing(StringValues given, Parameter parameter) =>
        parameter.Type == typeof(string) ? given.Count == 0 : string.IsNullOrEmpty(given.ToString());

    private static FieldError Unknown(string name, ICollection<string> declared) => new(
        ParameterText.PointerTo(name), UnknownRule,
        declared.Count == 0 ? $"没有“{name}”这个查询参数，这个地址不带查询参数。" : $"没有“{name}”这个查询参数。可用的有：{string.Join('、', declared)}。");

    private static FieldError Unlisted(string name, string value, string[] values) =>
        new(ParameterText.PointerTo(name), ValueRule, $"“{name}”没有“{value}”这个值。可用的有：{string.Join('、', values)}。");

    /// <param name="Values">All that it may have; null where they are not counted.</param>
    private sealed record Parameter(Type Type, string[]? Values, bool IsList, bool IsRequired);
}
