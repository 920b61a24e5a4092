using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Campaign.Web;

public static class CampaignClaims
{
    public const string Subject = "sub";
    public const string Role = "role";
    public const string Street = "street";
    public const string Unit = "unit";
}

/// <summary>
/// The token the gateway puts on every request to a service (ES256, JWT): iss = authority, aud, sub, role[], street[], unit[], jti, exp.
/// No name and no personal data: services do not need them and logs of tokens then harm nobody.
/// </summary>
public static class ServiceToken
{
    public const string Audience = "campaign-services";
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
    public static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);

    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    public static string Write(Caller caller, string issuer, SigningCredentials key, DateTimeOffset now) =>
        Handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = Audience,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = now.UtcDateTime + Lifetime,
            SigningCredentials = key,
            Claims = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                [CampaignClaims.Subject] = caller.Id,
                [CampaignClaims.Role] = caller.Roles.Select(role => role.ToString()).ToArray(),
                [CampaignClaims.Street] = caller.Streets.ToArray(),
                [CampaignClaims.Unit] = caller.Units.ToArray(),
                [JwtRegisteredClaimNames.Jti] = Guid.CreateVersion7().ToString("N"),
            },
        });
}
