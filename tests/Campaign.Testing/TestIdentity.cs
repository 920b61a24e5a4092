using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using Campaign.Web;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Campaign.Testing;

/// <summary>Stands in for the gateway: its own key, the settings that make a service trust it, and tokens for any caller.</summary>
public sealed class TestIdentity : IDisposable, IRoleTokens
{
    public const string Authority = "https://gateway.test";

    private readonly ECDsa ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public TestIdentity()
    {
        var key = new ECDsaSecurityKey(ecdsa) { KeyId = Guid.NewGuid().ToString("N") };
        SigningKey = new(key, SecurityAlgorithms.EcdsaSha256);
        Jwks = JsonSerializer.Serialize(new { keys = new[] { PublicHalf(key) } });
    }

    public string Jwks { get; }

    public SigningCredentials SigningKey { get; }

    /// <summary>Configuration a service needs to trust these tokens.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["Identity:Authority"] = Authority,
        ["Identity:Jwks"] = Jwks,
    };

    public string Token(Role role, string street) => Token(Caller(role, street));

    public string Token(Role role, string street, string? unit) => Token(Caller(role, street, unit));

    public IEnumerable<(string What, string Token)> Bad(Role role, string street)
    {
        yield return ("no token at all", "a.b.c");
        yield return ("a token of another's signature", ForeignToken(role, street));
        yield return ("an expired token", ExpiredToken(role, street));
        yield return ("another issuer's token", ServiceToken.Write(
            Caller(role, street), "https://elsewhere.test", SigningKey, TimeProvider.System.GetUtcNow()));
        yield return ("a token for another audience", ForOthers(role, street));
        yield return ("an unsigned token",
            $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{Token(role, street).Split('.')[1]}.");
    }

    private string ForOthers(Role role, string street) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Authority,
        Audience = "campaign-gateway",
        Expires = TimeProvider.System.GetUtcNow().AddMinutes(5).UtcDateTime,
        SigningCredentials = SigningKey,
        Claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            [CampaignClaims.Subject] = "somebody",
            [CampaignClaims.Role] = new[] { role.ToString() },
            [CampaignClaims.Street] = new[] { street },
        },
    });

    public string Token(Caller caller) => ServiceToken.Write(caller, Authority, SigningKey, TimeProvider.System.GetUtcNow());

    public string ExpiredToken(Role role, string street) =>
        ServiceToken.Write(Caller(role, street), Authority, SigningKey, TimeProvider.System.GetUtcNow().AddHours(-1));

    /// <summary>Right in everything but the key, which nobody published; it even claims the published key's name.</summary>
    public string ForeignToken(Role role, string street)
    {
        using var foreign = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var theirs = new SigningCredentials(new ECDsaSecurityKey(foreign) { KeyId = SigningKey.Kid }, SecurityAlgorithms.EcdsaSha256)
        {
            CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
        };
        return ServiceToken.Write(Caller(role, street), Authority, theirs, TimeProvider.System.GetUtcNow());
    }

    public static Caller Caller(Role role, string street, string? unit = null) => new(
        $"{role}@{street}",
        new HashSet<Role> { role },
        new HashSet<string>(StringComparer.Ordinal) { street },
        new HashSet<string>(unit is null ? [] : [unit], StringComparer.Ordinal));

    public void Dispose() => ecdsa.Dispose();

    private static object PublicHalf(ECDsaSecurityKey key)
    {
        var point = key.ECDsa.ExportParameters(includePrivateParameters: false).Q;
        return new
        {
            kty = "EC",
            crv = "P-256",
            use = "sig",
            alg = SecurityAlgorithms.EcdsaSha256,
            kid = key.KeyId,
            x = Base64UrlEncoder.Encode(point.X),
            y = Base64UrlEncoder.Encode(point.Y),
        };
    }
}

public static class BearerExtensions
{
    /// <summary>The same client, signing every request with the token.</summary>
    public static HttpClient As(this HttpClient client, string token)
    {
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }
}
