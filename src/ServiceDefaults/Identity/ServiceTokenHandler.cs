using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Campaign.ServiceDefaults.Identity;

/// <summary>
/// Signs in the bearer of a gateway token. Written here because Microsoft's JwtBearer drags in a closure that partial feeds lack;
/// the verification itself is Microsoft.IdentityModel's.
/// </summary>
internal sealed class ServiceTokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> schemes, ILoggerFactory loggers, UrlEncoder encoder,
    IOptions<IdentityOptions> identity, SigningKeys keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(schemes, loggers, encoder)
{
    public const string SchemeName = "gateway-token";
    private const string Prefix = "Bearer ";
    private static readonly JsonWebTokenHandler Tokens = new() { MapInboundClaims = false };

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();

        var token = header[Prefix.Length..].Trim();
        if (!TryReadKeyId(token, out var kid)) return Refused("not a token");
        if (!await keys.Ensure(kid, Context.RequestAborted))
        {
            Context.Features.Set(new UnjudgedToken());
            return AuthenticateResult.Fail("The signing keys could not be fetched.");
        }

        var result = await Tokens.ValidateTokenAsync(token, Rules());
        return result.IsValid
            ? AuthenticateResult.Success(new(new ClaimsPrincipal(result.ClaimsIdentity), Scheme.Name))
            : Refused(result.Exception.Message);
    }

    private static bool TryReadKeyId(string token, out string? kid)
    {
        kid = null;
        try
        {
            kid = Tokens.ReadJsonWebToken(token).Kid;
            return true;
        }
        catch (Exception e) when (e is ArgumentException or SecurityTokenException)
        {
            return false;
        }
    }

    private AuthenticateResult Refused(string reason)
    {
        Context.Features.Set(new RefusedToken());
        return AuthenticateResult.Fail(reason);
    }

    private TokenValidationParameters Rules() => new()
    {
        ValidIssuer = identity.Value.Issuer,
        ValidAudience = ServiceToken.Audience,
        ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
        ClockSkew = ServiceToken.ClockSkew,
        NameClaimType = CampaignClaims.Subject,
        RoleClaimType = CampaignClaims.Role,
        IssuerSigningKeyResolver = (_, _, kid, _) => keys.Named(kid),
    };
}
