using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Serialization;
using Campaign.Gateway.Accounts;
using Campaign.Gateway.Proxy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Gateway.Tokens;

/// <summary>RFC 6749 §4.4, client credentials: by HTTP Basic or in the form, not both.</summary>
internal static class ConnectToken
{
    private sealed record Granted(
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("token_type")] string TokenType,
        [property: JsonPropertyName("expires_in")] int ExpiresIn);

    private sealed record Refused(
        [property: JsonPropertyName("error")] string Error,
        [property: JsonPropertyName("error_description")] string Description);

    private sealed record Credentials(string Id, string Secret);

    // Compared against when there is no such client, so that both cases take the same work.
    private static readonly string NobodysHash = Secrets.Hash(Secrets.New());

    public static void Map(WebApplication app) =>
        app.MapPost("/connect/token", Grant).AllowAnonymous().RequireRateLimiting(RateLimits.SignIn).WithTags("Tokens").WithSummary("机器客户端换取令牌").DisableAntiforgery();

    private static async Task<IResult> Grant(HttpContext http, GatewayDb db, AccessToken tokens)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (!http.Request.HasFormContentType) return Refuse("invalid_request", "the body must be application/x-www-form-urlencoded");
        if (await Form(http) is not { } form) return Refuse("invalid_request", "the form cannot be read");
        if (form.Any(field => field.Value.Count > 1)) return Refuse("invalid_request", "a parameter is repeated");

        var basic = http.Request.Headers.Authorization.ToString();
        if (basic.Length > 0 && form.ContainsKey("client_secret")) return Refuse("invalid_request", "two ways of authentication at once");
        var credentials = basic.Length > 0 ? FromBasic(basic) : new(form["client_id"].ToString(), form["client_secret"].ToString());
        if (credentials?.Id.Contains('\0', StringComparison.Ordinal) is true) return Refuse("invalid_request", "client_id contains U+0000");
        if (credentials is null || !await IsGood(credentials, db, http.RequestAborted))
        {
            http.Response.Headers.WWWAuthenticate = "Basic realm=\"campaign\"";
            return Refuse("invalid_client", "unknown client, wrong secret or disabled", 401);
        }
        return form["grant_type"].ToString() switch
        {
            "client_credentials" => TypedResults.Json(new Granted(
                tokens.Write(MachineClient.SubjectPrefix + credentials.Id), "Bearer", (int)AccessToken.Lifetime.TotalSeconds)),
            "" => Refuse("invalid_request", "grant_type is missing"),
            _ => Refuse("unsupported_grant_type", "only client_credentials"),
        };
    }

    private static async Task<IFormCollection?> Form(HttpContext http)
    {
        try
        {
            return await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static JsonHttpResult<Refused> Refuse(string error, string description, int status = 400) =>
        TypedResults.Json(new Refused(error, description), statusCode: status);

    private static async Task<bool> IsGood(Credentials given, GatewayDb db, CancellationToken cancellation)
    {
        var client = await db.Clients.AsNoTracking().SingleOrDefaultAsync(client => client.ClientId == given.Id, cancellation);
        return Secrets.Match(given.Secret, client?.SecretHash ?? NobodysHash) && client is { Disabled: false };
    }

    /// <summary>§2.3.1: id and secret are form-encoded before they become Basic credentials.</summary>
    private static Credentials? FromBasic(string header)
    {
        if (!AuthenticationHeaderValue.TryParse(header, out var value)) return null;
        if (!"Basic".Equals(value.Scheme, StringComparison.OrdinalIgnoreCase)) return null;
        var bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(value.Parameter ?? "", bytes, out var length)) return null;
        return Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2) is [var id, var secret]
            ? new(Decode(id), Decode(secret))
            : null;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
