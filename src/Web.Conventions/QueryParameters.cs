using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Campaign.Web;

/// <summary>
/// Holds a request to the query parameters that its handler declares, as a body is held to its fields: what was mistyped would else be left
/// out, and a whole list be taken for a filtered one. A value that a closed list does not have is refused with that list.
/// </summary>
internal static class QueryParameters
{
    private const string UnknownRule = "parameter-unknown";
    private const string ValueRule = "parameter-value-unknown";

    /// <summary>Each names all that is allowed, so that a few say enough.</summary>
    private const int MostErrors = 10;

    /// <summary>Before the arguments are bound, which would only say that something cannot be read.</summary>
    public static void Hold(EndpointBuilder endpoint)
    {
        if (endpoint is not RouteEndpointBuilder { RequestDelegate: { } handle } route) return;
        var declared = Declared(route);
        route.RequestDelegate = http => Wrong(http.Request.Query, declared) is [var first, ..] wrong
            ? Problems.Of(StatusCodes.Status400BadRequest, first.Rule, first.Detail, wrong).ExecuteAsync(http)
            : handle(http);
    }

    /// <returns>By name, each with the values it may have; null where they are not counted.</returns>
    private static Dictionary<string, string[]?> Declared(RouteEndpointBuilder route)
    {
        var declared = new Dictionary<string, string[]?>(StringComparer.OrdinalIgnoreCase);
        foreach (var parameter in route.Metadata.OfType<IParameterBindingMetadata>())
        {
            var from = parameter.ParameterInfo.GetCustomAttributes(inherit: true);
            var name = from.OfType<IFromQueryMetadata>().FirstOrDefault()?.Name ?? parameter.Name;
            var type = parameter.ParameterInfo.ParameterType;
            if (route.RoutePattern.GetParameter(name) is not null || !IsQuery(parameter, from, type)) continue;
            declared[JsonNamingPolicy.CamelCase.ConvertName(name)] = ValuesOf(Single(type));
        }
        return declared;
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

    private static List<FieldError> Wrong(IQueryCollection query, Dictionary<string, string[]?> declared)
    {
        var wrong = new List<FieldError>();
        foreach (var (name, given) in query)
        {
            if (wrong.Count == MostErrors) break;
            if (!declared.TryGetValue(name, out var values)) wrong.Add(Unknown(name, declared.Keys));
            else if (given.FirstOrDefault(value => values is not null && !IsOneOf(values, value)) is { } other)
                wrong.Add(Unlisted(name, other, values!));
        }
        return wrong;
    }

    /// <summary>Left empty it asks for nothing.</summary>
    private static bool IsOneOf(string[] values, string? value) =>
        string.IsNullOrEmpty(value) || values.Contains(value, StringComparer.OrdinalIgnoreCase);

    private static FieldError Unknown(string name, ICollection<string> declared) => new(
        PointerTo(name), UnknownRule,
        declared.Count == 0 ? $"没有“{name}”这个查询参数，这个地址不带查询参数。" : $"没有“{name}”这个查询参数。可用的有：{string.Join('、', declared)}。");

    private static FieldError Unlisted(string name, string value, string[] values) =>
        new(PointerTo(name), ValueRule, $"“{name}”没有“{value}”这个值。可用的有：{string.Join('、', values)}。");

    private static string PointerTo(string name) => $"/{JsonPointer.Escape(name)}";
}
