using Campaign.ServiceDefaults.Identity;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Campaign.Gateway.Tokens;

/// <summary>What a machine shows the gateway: who it is, nothing else. Rights are looked up when it is used.</summary>
internal sealed class AccessToken(KeyRing keys, IOptions<GatewayOptions> options, TimeProvider clock)
{
    public const string Audience = "campaign-gateway";
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private static readonly JsonWebTokenHandler Tokens = new() { MapInboundClaims = false, SetDefaultTimesOnTokenCreation = false };

    public string Write(string subject)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return Tokens.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = options.Value.Authority,
            Audience = Audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + Lifetime,
            SigningCredentials = keys.Signing,
            Claims = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                [CampaignClaims.Subject] = subject,
                [JwtRegisteredClaimNames.Jti] = Guid.CreateVersion7().ToString("N"),
            },
        });
    }

    /// <returns>The subject, or null for a token that is not ours, not for us or over.</returns>
    public async Task<string?> Read(string token)
    {
        var result = await Tokens.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = options.Value.Authority,
            ValidAudience = Audience,
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            ClockSkew = TimeSpan.FromSeconds(30),
            IssuerSigningKeys = keys.Published,
            LifetimeValidator = IsInForce,
        });
        return result.IsValid ? result.ClaimsIdentity.FindFirst(CampaignClaims.Subject)?.Value : null;
    }

    private bool IsInForce(DateTime? from, DateTime? to, SecurityToken token, TokenValidationParameters rules)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return from <= now + rules.ClockSkew && now - rules.ClockSkew < to;
    }
}
