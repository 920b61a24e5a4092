using System.Security.Claims;
using Campaign.Web;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Campaign.ServiceDefaults;

/// <summary>Remembers what has been verified, and tells a bad token from one that nobody can judge while the gateway is away.</summary>
internal sealed class GatewayTokenEvents(KeySet keys, VerifiedTokens verified, TimeProvider clock) : JwtBearerEvents
{
    private const string Prefix = "Bearer ";

    public override async Task MessageReceived(MessageReceivedContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) return;
        if (verified.Find(header[Prefix.Length..].Trim(), clock.GetUtcNow()) is not { } known) return;

        // A key that is gone takes its tokens with it.
        var published = await context.Options.ConfigurationManager!.GetConfigurationAsync(context.HttpContext.RequestAborted);
        if (!published.SigningKeys.Any(key => string.Equals(key.KeyId, known.KeyId, StringComparison.Ordinal))) return;
        context.Principal = new ClaimsPrincipal(known.Identity);
        context.Success();
    }

    public override Task TokenValidated(TokenValidatedContext context)
    {
        var token = (JsonWebToken)context.SecurityToken;
        verified.Remember(
            token.EncodedToken,
            new((ClaimsIdentity)context.Principal!.Identity!, token.Kid, new DateTimeOffset(token.ValidTo) + ServiceToken.ClockSkew));
        return Task.CompletedTask;
    }

    public override Task AuthenticationFailed(AuthenticationFailedContext context)
    {
        if (context.Exception is SecurityTokenSignatureKeyNotFoundException && !keys.IsUpToDate)
            context.HttpContext.Features.Set(new UnjudgedToken());
        else
            context.HttpContext.Features.Set(new RefusedToken());
        return Task.CompletedTask;
    }
}
