using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Campaign.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Campaign.Testing;

/// <summary>
/// Walks every route under <c>/api</c> as nobody, as each role and as an officer of another street. Only the guard is asked:
/// a call that passes it may still answer 400, 404 or 422, since it carries no body and invented ids.
/// </summary>
public static class RouteGuards
{
    private const string Street = "120102001";
    private const string OtherStreet = "120102002";

    /// <returns>What is wrong, one sentence per finding; empty when every route is guarded as it says.</returns>
    public static async Task<IReadOnlyList<string>> Walk(EndpointDataSource routes, HttpClient client, TestIdentity identity)
    {
        var wrong = UnguardedRoutes.In(routes).Select(route => $"{route} says nobody it allows").ToList();
        foreach (var (route, allowed) in Guarded(routes))
        {
            foreach (var method in route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"])
                wrong.AddRange(await Walk(client, identity, new(method), route, allowed));
        }
        return wrong;
    }

    /// <summary>Number of guarded routes; a test asserts it is not zero, so that an empty walk is not green.</summary>
    public static int Count(EndpointDataSource routes) => Guarded(routes).Count();

    private static IEnumerable<(RouteEndpoint Route, AllowedRoles Allowed)> Guarded(EndpointDataSource routes) =>
        from route in routes.Endpoints.OfType<RouteEndpoint>()
        let allowed = route.Metadata.GetMetadata<AllowedRoles>()
        where allowed is not null && route.Metadata.GetMetadata<IAllowAnonymous>() is null
        select (route, allowed);

    private static async Task<List<string>> Walk(
        HttpClient client, TestIdentity identity, HttpMethod method, RouteEndpoint route, AllowedRoles allowed)
    {
        var wrong = new List<string>();
        async Task Expect(string who, string? token, string? rule, string street = Street)
        {
            var answer = await Ask(client, method, PathOf(route, street), token);
            if (rule is null ? answer.IsGuardRefusal : !string.Equals(answer.Rule, rule, StringComparison.Ordinal))
                wrong.Add(
                    $"{method} {route.RoutePattern.RawText} as {who}: expected {rule ?? "to pass"}, got {(int)answer.Status} {answer.Rule}");
        }

        await Expect("nobody", null, "sign-in-required");
        await Expect("a forger", identity.ForeignToken(allowed.Roles[0], Street), "token-refused");
        foreach (var role in Enum.GetValues<Role>())
            await Expect(role.ToString(), identity.Token(role, Street), allowed.Roles.Contains(role) ? null : "role-not-allowed");

        if (route.Metadata.GetMetadata<StreetScoped>() is null) return wrong;
        await Expect("anyone asking for no street", identity.Token(allowed.Roles[0], Street), "street-code-invalid", "12");
        foreach (var role in allowed.Roles.Except([Role.DistrictOffice, Role.Administrator]))
            await Expect($"{role} of another street", identity.Token(role, OtherStreet), "street-not-yours");
        return wrong;
    }

    private sealed record Answer(HttpStatusCode Status, string? Rule)
    {
        public bool IsGuardRefusal => Status == HttpStatusCode.Unauthorized || Rule is "role-not-allowed" or "street-not-yours";
    }

    private static async Task<Answer> Ask(HttpClient client, HttpMethod method, string path, string? token)
    {
        using var request = new HttpRequestMessage(method, path);
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await client.SendAsync(request);
        if (!string.Equals(response.Content.Headers.ContentType?.MediaType, "application/problem+json", StringComparison.Ordinal))
            return new(response.StatusCode, null);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        return new(response.StatusCode, problem.TryGetProperty("type", out var type) ? type.GetString()?.Split(':')[^1] : null);
    }

    private static string PathOf(RouteEndpoint route, string street) =>
        "/" + string.Join('/', route.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternParameterPart parameter => Sample(parameter, street),
            _ => "",
        }))));

    private static string Sample(RoutePatternParameterPart parameter, string street)
    {
        if (parameter.Name is "street") return street;
        var kind = parameter.ParameterPolicies is [var first, ..] ? first.Content ?? "" : "";
        if (kind.StartsWith("guid", StringComparison.Ordinal)) return "019300c8-0000-7000-8000-000000000000";
        return kind.StartsWith("int", StringComparison.Ordinal) || kind.StartsWith("long", StringComparison.Ordinal) ? "1" : "a1";
    }
}
