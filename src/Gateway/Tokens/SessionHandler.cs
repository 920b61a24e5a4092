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
    IOptionsMonitor<AuthenticationSchemeOptions> schemes, ILoggerFactory loggers, UrlEncoder encoder, AccessToken tokens, Sessions sessions,
    PersonSessions people)
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
            // A person's rights are got by a session only.
            return SignIn(holder is null ? null : await sessions.Find(
                holder.Subject, holder.Epoch, IsMachine(holder), Context.RequestAborted), row: null);
        }

        var cookie = await Context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        if (!cookie.Succeeded) return AuthenticateResult.NoResult();
        var found = Guid.TryParse(cookie.Principal.FindFirstValue(PersonSessions.IdClaim), out var id)
            ? await people.Find(id, Context.RequestAborted)
            : null;
        return SignIn(found?.Rights, found?.Row);
    }

    private static bool IsMachine(TokenHolder holder) => holder.Subject.StartsWith(MachineClient.SubjectPrefix, StringComparison.Ordinal);

    private AuthenticateResult SignIn(Session? session, SignInSession? row)
    {
        if (session is null)
        {
            Context.Features.Set(new RefusedToken());
            return AuthenticateResult.Fail("The token or session is not, or no longer, good.");
        }

        Context.Features.Set(new CurrentSession(session, row));
        return AuthenticateResult.Success(new(session.Caller.ToPrincipal(SchemeName), Scheme.Name));
    }
}

/// <param name="Row">Of a person; null for a machine.</param>
internal sealed record CurrentSession(Session Session, SignInSession? Row)
{
    public bool ByCookie => Row is not null;
}
