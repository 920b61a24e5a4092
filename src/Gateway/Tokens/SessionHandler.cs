using System.Security.Claims;
using System.Text.Encodings.Web;
using Campaign.Gateway.Accounts;
using Campaign.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Campaign.Gateway.Tokens;

/// <summary>Signs in whoever shows an access token (machines) or the session cookie (people); never both.</summary>
internal sealed class SessionHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> schemes, ILoggerFactory loggers, UrlEncoder encoder, AccessToken tokens, Sessions sessions)
    : AuthenticationHandler<AuthenticationSchemeOptions>(schemes, loggers, encoder)
{
    public const string SchemeName = "session";
    private const string Prefix = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (header.Length > 0)
        {
            var holder = header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
                ? await tokens.Read(header[Prefix.Length..].Trim())
                : null;
            return await SignIn(holder, byCookie: false);
        }

        var cookie = await Context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        if (!cookie.Succeeded) return AuthenticateResult.NoResult();
        return await SignIn(Account.SubjectPrefix + cookie.Principal.FindFirstValue(ClaimTypes.NameIdentifier), byCookie: true);
    }

    private async Task<AuthenticateResult> SignIn(string? subject, bool byCookie)
    {
        if (subject is null || await sessions.Find(subject, Context.RequestAborted) is not { } session)
        {
            Context.Features.Set(new RefusedToken());
            return AuthenticateResult.Fail("The token or session is not, or no longer, good.");
        }

        Context.Features.Set(new CurrentSession(session, byCookie));
        return AuthenticateResult.Success(new(session.Caller.ToPrincipal(SchemeName), Scheme.Name));
    }
}

internal sealed record CurrentSession(Session Session, bool ByCookie);
