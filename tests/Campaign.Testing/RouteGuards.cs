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
/// Walks every route under <c>/api</c> as nobody, with tokens that are no good, as each role and as an officer of another street. Only the
/// guard is asked: a call that passes it may still answer 400, 404 or 422, since it carries no body and invented ids.
/// </summary>
public static class RouteGuards
{
    private const string Street = "120102001";
    private const string OtherStreet = "120102002";

    /// <param name="tokens">Those of a service are made by <see cref="TestIdentity"/>; the gateway's own routes ask for others.</param>
    public static async Task<GuardMatrix> Walk(EndpointDataSource routes, HttpClient client, IRoleTokens tokens)
    {
        var (wrong, probes, operations) = (
            UnguardedRoutes.In(routes).Select(route => $"{route} says nobody it allows").ToList(), 0, new HashSet<string>());
        foreach (var (route, allowed) in Guarded(routes))
        {
            foreach (var method in route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"])
            {
                var walk = new Probes(client, new(method), route);
                await Walk(walk, tokens, route, allowed);
                wrong.AddRange(walk.Wrong);
                probes += walk.Asked;
                operations.Add($"{method} {TemplateOf(route)}");
            }
        }
        return new(wrong, operations, probes);
    }

    private static IEnumerable<(RouteEndpoint Route, AllowedRoles? Allowed)> Guarded(EndpointDataSource routes) =>
        from route in routes.Endpoints.OfType<RouteEndpoint>()
        let allowed = route.Metadata.GetMetadata<AllowedRoles>()
        where allowed is not null || route.Metadata.GetMetadata<IAuthorizeData>() is not null
        where route.Metadata.GetMetadata<IAllowAnonymous>() is null
        select (route, allowed);

    /// <param name="allowed">Null: whoever is signed in, as to his own account.</param>
    private static async Task Walk(Probes ask, IRoleTokens tokens, RouteEndpoint route, AllowedRoles? allowed)
    {
        await ask.Expect("nobody", null, "sign-in-required");
        foreach (var (what, token) in tokens.Bad(allowed?.Roles[0] ?? tokens.Roles.First(), Street))
            await ask.Expect($"the holder of {what}", token, "token-refused");
        if (allowed is null) return;

        foreach (var role in tokens.Roles)
        {
            await ask.Expect(
                role.ToString(), tokens.Token(role, Street), allowed.Roles.Contains(role) ? null : "role-not-allowed");
        }

        if (route.Metadata.GetMetadata<StreetScoped>() is null) return;
        await ask.Expect("anyone asking for no street", tokens.Token(allowed.Roles[0], Street), "street-code-invalid", "12");
        foreach (var role in allowed.Roles.Except([Role.DistrictOffice, Role.Administrator]))
            await ask.Expect($"{role} of another street", tokens.Token(role, OtherStreet), "street-not-yours");
    }

    /// <summary>As the OpenAPI document writes it: <c>/findings/{id}</c>.</summary>
    private static string TemplateOf(RouteEndpoint route) =>
        "/" + string.Join('/', route.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
            _ => "",
        }))));

    private sealed class Probes(HttpClient client, HttpMethod method, RouteEndpoint route)
    {
        public List<string> Wrong { get; } = [];

        public int Asked { get; private set; }

        /// <param name="rule">By which it is to be refused; null where it is to pass.</param>
        public async Task Expect(string who, string? token, string? rule, string street = Street)
        {
            Asked++;
            var answer = await Ask(client, method, PathOf(route, street), token);
            if (rule is null ? answer.IsGuardRefusal : !string.Equals(answer.Rule, rule, StringComparison.Ordinal))
                Wrong.Add(
                    $"{method} {route.RoutePattern.RawText} as {who}: expected {rule ?? "to pass"}, got {(int)answer.Status} {answer.Rule}");
        }
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

/// <summary>Tokens of a system that is walked.</summary>
public interface IRoleTokens
{
    /// <summary>Those that can be had.</summary>
    IReadOnlyCollection<Role> Roles => Enum.GetValues<Role>();

    /// <summary>A good one of a caller who has this role only, in this street only.</summary>
    string Token(Role role, string street);

    /// <summary>What a forger, or somebody who found an old one, would show; each with what it is.</summary>
    IEnumerable<(string What, string Token)> Bad(Role role, string street);
}

/// <summary>Role × route × token.</summary>
/// <param name="Wrong">One sentence per finding; empty when every route is guarded as it says.</param>
/// <param name="Operations">The routes that were asked, as the OpenAPI document has them: <c>GET /api/events</c>.</param>
/// <param name="Probes">How often was asked, so that an empty walk is not green.</param>
public sealed record GuardMatrix(IReadOnlyList<string> Wrong, IReadOnlySet<string> Operations, int Probes);
