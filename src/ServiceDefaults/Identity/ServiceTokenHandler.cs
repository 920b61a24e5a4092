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
    IOptions<IdentityOptions> identity, SigningKeys keys, VerifiedTokens tokens)
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
        var known = tokens.Find(token, TimeProvider.GetUtcNow());
        var kid = known?.KeyId;
        if (known is null && !TryReadKeyId(token, out kid)) return Refused("not a token");
        if (!await keys.Ensure(kid, Context.RequestAborted))
        {
            Context.Features.Set(new UnjudgedToken());
            return AuthenticateResult.Fail("The signing keys could not be fetched.");
        }

        // A key that is gone takes its tokens with it.
        if (known is not null && keys.Named(kid).Any()) return SignedIn(known.Identity);
        var result = await Tokens.ValidateTokenAsync(token, Rules());
        if (!result.IsValid) return Refused(result.Exception.Message);

        tokens.Remember(token, new(result.ClaimsIdentity, kid, new DateTimeOffset(result.SecurityToken.ValidTo) + ServiceToken.ClockSkew));
        return SignedIn(result.ClaimsIdentity);
    }

    private AuthenticateResult SignedIn(ClaimsIdentity who) => AuthenticateResult.Success(new(new ClaimsPrincipal(who), Scheme.Name));

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
        LifetimeValidator = (from, until, _, _) => IsIn(from, until),
        NameClaimType = CampaignClaims.Subject,
        RoleClaimType = CampaignClaims.Role,
        IssuerSigningKeyResolver = (_, _, kid, _) => keys.Named(kid),
    };

    // By the clock of the service, which tells for how long a verified token is remembered too.
    private bool IsIn(DateTime? from, DateTime? until)
    {
        var now = TimeProvider.GetUtcNow().UtcDateTime;
        return until is { } end && now < end + ServiceToken.ClockSkew && (from is not { } begin || begin <= now + ServiceToken.ClockSkew);
    }
}
