using Campaign.Gateway.Audit;
using Campaign.Gateway.Tokens;
using Campaign.Web;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using QRCoder;

namespace Campaign.Gateway.Accounts;

/// <param name="Secret">To be typed where no picture can be taken.</param>
/// <param name="Uri">What the picture says: otpauth://totp/…</param>
/// <param name="Picture">二维码 as SVG.</param>
internal sealed record SecondFactorOffer(string Secret, string Uri, string Picture);

internal sealed record SecondFactorCode(string Code);

/// <param name="Codes">恢复码: each good once, shown this once.</param>
internal sealed record RecoveryCodesView(IReadOnlyList<string> Codes);

internal sealed class SecondFactorEndpoints(
    GatewayDb db, UserManager<Account> users, SecondFactor secondFactor, Guesses guesses, Sessions sessions, AuditTrail trail)
{
    private const int PixelsPerModule = 6;

    public static void MapOwn(RouteGroupBuilder account)
    {
        account.MapPost("/second-factor", (SecondFactorEndpoints own, HttpContext http) => own.Begin(http))
            .WithName("BeginSecondFactor").WithSummary("开始启用双因素认证（返回二维码）").Produces<SecondFactorOffer>();
        account.MapPost("/second-factor/confirmation", (SecondFactorCode code, SecondFactorEndpoints own, HttpContext http) =>
            own.Confirm(code, http)).WithName("ConfirmSecondFactor").WithSummary("以动态验证码确认启用（返回恢复码）")
            .Produces<RecoveryCodesView>();
    }

    /// <summary>Who has lost his telephone and his recovery codes enrols anew at his next sign-in.</summary>
    public static void MapRemoval(RouteGroupBuilder accounts) =>
        accounts.MapDelete("/{userName}/second-factor", (string userName, SecondFactorEndpoints of, HttpContext http) =>
            of.Remove(userName, http)).Allow(Role.SecurityAdministrator)
            .WithName("RemoveSecondFactor").WithSummary("停用某账号的双因素认证，以便重新启用").Produces(204);

    private async Task<IResult> Begin(HttpContext http)
    {
        if (await Me(http) is not { } account) return OnlyPeople();
        http.Response.Headers.CacheControl = "no-store";
        if (await secondFactor.Begin(account, http.RequestAborted) is not var (secret, uri))
            return Problems.Of(409, "second-factor-in-use", "双因素认证已启用。更换手机的，请由安全管理员先行停用。");
        using var code = QRCodeGenerator.GenerateQrCode(uri, QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(code);
        return TypedResults.Ok(new SecondFactorOffer(secret, uri, picture.GetGraphic(PixelsPerModule)));
    }

    private async Task<IResult> Confirm(SecondFactorCode code, HttpContext http)
    {
        if (await Me(http) is not { } account) return OnlyPeople();
        var cancellation = http.RequestAborted;
        var guess = await guesses.Take(account.UserName!, http.Connection.RemoteIpAddress?.ToString(), cancellation);
        if (guess is Guess.NameIsLocked or Guess.AddressIsLocked) return SignIn.Locked(http, guess);

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (code.Code is not { Length: > 0 and < 20 } || await secondFactor.Enroll(account, code.Code, cancellation) is not { } codes)
            return Problems.Of([new("/code", "second-factor-wrong", "动态验证码不正确，请核对手机时间后重新输入。")]);
        await guesses.Forgive(account.UserName!, http.Connection.RemoteIpAddress?.ToString(), cancellation);
        await account.BeginEpoch(db, cancellation);
        var mine = http.Features.GetRequiredFeature<CurrentSession>().Row!.Id;
        await db.Sessions.Where(session => session.Id == mine).ExecuteUpdateAsync(
            set => set.SetProperty(session => session.HasSecondFactor, true).SetProperty(session => session.Epoch, account.Epoch),
            cancellation);
        await trail.Record(db, AuditAction.SecondFactorEnrolled, account.Subject, cancellation);
        await transaction.CommitAsync(cancellation);
        sessions.Forget(account);
        http.RequestServices.GetRequiredService<PersonSessions>().Forget(mine);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new RecoveryCodesView(codes));
    }

    private async Task<IResult> Remove(string userName, HttpContext http)
    {
        if (await users.FindByNameAsync(userName) is not { } account) return AdministerAccounts.Unknown();
        if (Granting.OutOfReach(http.Caller(), account) is { } outOfReach) return outOfReach;
        await using var transaction = await db.Database.BeginTransactionAsync(http.RequestAborted);
        await secondFactor.Remove(account, http.RequestAborted);
        await account.BeginEpoch(db, http.RequestAborted);
        await trail.Record(db, AuditAction.SecondFactorRemoved, account.Subject, http.RequestAborted);
        await transaction.CommitAsync(http.RequestAborted);
        sessions.Forget(account);
        return TypedResults.NoContent();
    }

    private Task<Account?> Me(HttpContext http) => http.Features.Get<CurrentSession>()?.Row is { } row
        ? db.Users.SingleOrDefaultAsync(user => user.Id == row.AccountId, http.RequestAborted)
        : Task.FromResult<Account?>(null);

    private static IResult OnlyPeople() => Problems.Of(403, "people-only", "机器客户端没有双因素认证。");
}
