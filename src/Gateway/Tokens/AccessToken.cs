using System.Globalization;
using System.Security.Claims;
using Campaign.Web;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Campaign.Gateway.Tokens;

/// <summary>Whose token it is, and the epoch of his that it was given in.</summary>
internal sealed record TokenHolder(string Subject, int Epoch);

/// <summary>What a machine shows the gateway: who it is, nothing else. Rights are looked up when it is used.</summary>
internal sealed class AccessToken(KeyRing keys, IOptions<GatewayOptions> options, TimeProvider clock, VerifiedTokens verified)
{
    public const string Audience = "campaign-gateway";
    public const string EpochClaim = "epoch";
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);
    // What OpenIddict writes, and what the release before it wrote and is not over yet.
    private static readonly string[] Types = ["at+jwt", "JWT"];
    private static readonly JsonWebTokenHandler Tokens = new() { MapInboundClaims = false };

    /// <returns>The holder, or null for a token that is not ours, not for us or over.</returns>
    public async ValueTask<TokenHolder?> Read(string token)
    {
        var published = keys.Published;
        // A key that is gone takes its tokens with it.
        if (verified.Find(token, clock.GetUtcNow()) is { } known && published.Any(key => key.KeyId == known.KeyId))
            return HolderOf(known.Identity);

        var result = await Tokens.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = options.Value.Authority,
            ValidAudience = Audience,
            ValidTypes = Types,
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            IssuerSigningKeys = published,
            LifetimeValidator = (from, until, _, _) => IsInForce(from, until),
        });
        if (!result.IsValid) return null;

        var read = (JsonWebToken)result.SecurityToken;
        verified.Remember(token, new(result.ClaimsIdentity, read.Kid, new DateTimeOffset(read.ValidTo) + ClockSkew));
        return HolderOf(result.ClaimsIdentity);
    }

    /// <summary>A token of the release before names no epoch: it is of the first.</summary>
    private static TokenHolder? HolderOf(ClaimsIdentity holder) =>
        holder.FindFirst(CampaignClaims.Subject)?.Value is not { } subject ? null
        : holder.FindFirst(EpochClaim) is not { } claim ? new(subject, 0)
        : int.TryParse(claim.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var epoch) ? new(subject, epoch)
        : null;

    private bool IsInForce(DateTime? from, DateTime? until)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return (from is not { } begin || begin <= now + ClockSkew) && now - ClockSkew < until;
    }
}
