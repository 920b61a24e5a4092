using System.Globalization;
using Campaign.Gateway.Audit;
using Campaign.Gateway.Proxy;
using Campaign.Gateway.Tokens;
using Campaign.Web;
using Microsoft.AspNetCore.Identity;

namespace Campaign.Gateway.Accounts;

/// <param name="Code">动态验证码或恢复码: where the account has a second factor.</param>
internal sealed record Login(string UserName, string Password, string? Code = null);

/// <summary>
/// Answers alike for names that exist and names that do not: the same sentence, the same work, the same lock.
/// </summary>
internal sealed class SignIn(
    GatewayDb db, UserManager<Account> users, Guesses guesses, SecondFactor secondFactor, PersonSessions people, AuditTrail trail,
    AuditLog log)
{
    private const int Longest = 256;

    public static void Map(RouteGroupBuilder account) =>
        account.MapPost("/login", (Login login, SignIn signIn, HttpContext http) => signIn.Enter(login, http))
            .AllowAnonymous().RequireRateLimiting(RateLimits.SignIn).WithName("SignIn").WithSummary("登录").Produces(204);

    /// <summary>For all that a password opens: signing in, and changing it.</summary>
    public static IResult Locked(HttpContext http, Guess guess)
    {
        http.Response.Headers.RetryAfter = Guesses.Lock.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        return guess is Guess.AddressIsLocked
            ? Problems.Of(429, "address-locked", "从这个网络地址登录失败的次数过多，请15分钟后再试。")
            : Problems.Of(403, "account-locked", "密码连续输错次数过多，账号已锁定15分钟。");
    }

    private static IResult Wrong() => Problems.Of(401, "login-failed", "用户名或密码错误。");

    private async Task<IResult> Enter(Login login, HttpContext http)
    {
        if (login is not { UserName.Length: > 0 and <= Longest, Password.Length: > 0 and <= Longest, Code: null or { Length: <= Longest } })
            return Wrong();
        var cancellation = http.RequestAborted;
        var address = http.Connection.RemoteIpAddress?.ToString();
        var guess = await guesses.Take(login.UserName, address, cancellation);
        var account = await users.FindByNameAsync(login.UserName);
        if (guess is Guess.NameIsLocked or Guess.AddressIsLocked)
            return await Refuse(account, AuditOutcome.Locked, Locked(http, guess), guess is Guess.NameIsLocked ? 403 : 429);
        if (!await IsRight(account, login.Password) || account!.Disabled)
            return guess is Guess.Last
                ? await Refuse(account, AuditOutcome.Locked, Locked(http, Guess.NameIsLocked), 403)
                : await Refuse(account, AuditOutcome.Refused, Wrong(), 401);
        if (account.TwoFactorEnabled && string.IsNullOrEmpty(login.Code))
        {
            await guesses.TakeBack(login.UserName, address, cancellation);
            return Problems.Of(401, "second-factor-needed", "请输入动态验证码；手机不在身边的，请输入恢复码。");
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (account.TwoFactorEnabled && !await secondFactor.Take(account, login.Code!, cancellation))
            return await Refuse(
                account, AuditOutcome.Refused, Problems.Of(401, "second-factor-wrong", "动态验证码或恢复码不正确，或已使用过。"), 401);
        await guesses.Forgive(login.UserName, address, cancellation);
        var session = await people.Begin(db, account, account.TwoFactorEnabled, http, cancellation);
        await trail.Record(
            db, AuditAction.SignIn, account.Subject, detail: null, actor: account.Subject, cancellation);
        await transaction.CommitAsync(cancellation);
        await PersonSessions.Hand(http, session);
        return TypedResults.NoContent();
    }

    /// <summary>As slow for nobody as for somebody, so that the time does not tell which user names exist.</summary>
    private async Task<bool> IsRight(Account? account, string password)
    {
        if (account is { PasswordHash: not null }) return await users.CheckPasswordAsync(account, password);
        users.PasswordHasher.HashPassword(new Account(), password);
        return false;
    }

    private async Task<IResult> Refuse(Account? account, AuditOutcome outcome, IResult answer, int status)
    {
        await log.Append(trail.Of(AuditAction.SignIn, outcome, status, account?.Subject, actor: AuditEvent.Nobody));
        return answer;
    }
}
