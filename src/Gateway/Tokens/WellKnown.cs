using Campaign.ServiceDefaults.Identity;
using Microsoft.Extensions.Options;

namespace Campaign.Gateway.Tokens;

internal static class WellKnown
{
    public static void Map(WebApplication app)
    {
        var known = app.MapGroup("/.well-known").AllowAnonymous().ExcludeFromDescription();
        known.MapGet("/jwks.json", (KeyRing keys, HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "public, max-age=60";
            return TypedResults.Json(Jwks.Of(keys.Published));
        });
        known.MapGet("/openid-configuration", (IOptions<GatewayOptions> options) => TypedResults.Json(Discovery(options.Value.Authority)));
    }

    private static Dictionary<string, object> Discovery(string authority) => new(StringComparer.Ordinal)
    {
        ["issuer"] = authority,
        ["jwks_uri"] = $"{authority}/.well-known/jwks.json",
        ["token_endpoint"] = $"{authority}/connect/token",
        ["grant_types_supported"] = new[] { "client_credentials" },
        ["token_endpoint_auth_methods_supported"] = new[] { "client_secret_basic", "client_secret_post" },
        ["response_types_supported"] = Array.Empty<string>(),
        ["subject_types_supported"] = new[] { "public" },
        ["id_token_signing_alg_values_supported"] = new[] { "ES256" },
    };
}
