using Campaign.Gateway.Audit;
using Campaign.Gateway.Tokens;
using Campaign.Web;
using Microsoft.AspNetCore.Identity;

namespace Campaign.Gateway.Accounts;

/// <param name="Current">原密码</param>
/// <param name="Password">新密码</param>
internal sealed record ChangePassword(string Current, string Password);

/// <summary>A person changes his own: every session of his ends, the one that asks goes on as a new one.</summary>
internal sealed class OwnPassword(
    GatewayDb db, UserManager<Account> users, Guesses guesses, PersonSessions people, Sessions sessions, AuditTrail trail)
{
    public static void Map(RouteGroupBuilder account) =>
        account.MapPost("/password", (ChangePassword change, OwnPassword own, HttpContext http) => own.Change(change, http))
            .WithName("ChangePassword").WithSummary("修改本人密码").Produces(204);

    private async Task<IResult> Change(ChangePassword change, HttpContext http)
    {
        if (http.Features.Get<CurrentSession>()?.Row is not { } row
            || await users.FindByIdAsync(row.AccountId.ToString()) is not { } account)
            return Problems.Of(403, "people-only", "机器客户端没有密码。");
        var (cancellation, address) = (http.RequestAborted, http.Connection.RemoteIpAddress?.ToString());
        var guess = await guesses.Take(account.UserName!, address, cancellation);
        if (guess is Guess.NameIsLocked or Guess.AddressIsLocked) return SignIn.Locked(http, guess);

        if (change is not { Current.Length: > 0 } || !await users.CheckPasswordAsync(account, change.Current))
            return Problems.Of([new("/current", "password-wrong", "原密码不正确。")]);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await guesses.Forgive(account.UserName!, address, cancellation);
        var changed = await users.ChangePasswordAsync(account, change.Current, change.Password ?? "");
        if (!changed.Succeeded) return changed.ToProblem();
        await account.BeginEpoch(db, cancellation);
        var session = await people.Begin(db, account, row.HasSecondFactor, http, cancellation);
        await trail.Record(db, AuditAction.PasswordChanged, account.Subject, cancellation);
        await transaction.CommitAsync(cancellation);
        sessions.Forget(account);
        await PersonSessions.Hand(http, session);
        return TypedResults.NoContent();
    }
}
