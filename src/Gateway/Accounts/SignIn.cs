using Campaign.Gateway.Proxy;
using Campaign.Gateway.Tokens;
using Campaign.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;

namespace Campaign.Gateway.Accounts;

internal sealed record Login(string UserName, string Password);

/// <param name="AntiForgeryToken">For the header <c>X-CSRF-Token</c> of every unsafe request made with the session cookie.</param>
internal sealed record Me(
    string Id, string? UserName, string? Post, IReadOnlyCollection<Role> Roles, IReadOnlyCollection<string> Streets,
    IReadOnlyCollection<string> Units, string? AntiForgeryToken);

internal static class SignIn
{
    public static void Map(WebApplication app)
    {
        var account = app.MapGroup("/account").WithTags("Account");
        account.MapPost("/login", Login).AllowAnonymous().RequireRateLimiting(RateLimits.SignIn).WithName("SignIn").WithSummary("登录")
            .Produces(204);
        account.MapPost("/logout", (SignInManager<Account> signIn) => signIn.SignOutAsync()).Allow(Enum.GetValues<Role>())
            .WithName("SignOut").WithSummary("退出登录");
        account.MapGet("/me", WhoAmI).Allow(Enum.GetValues<Role>()).WithName("GetMe").WithSummary("当前登录的用户").Produces<Me>();
    }

    private static async Task<IResult> Login(Login login, SignInManager<Account> signIn, UserManager<Account> users)
    {
        if (login is not { UserName.Length: > 0 and <= 256, Password.Length: > 0 and <= 256 }) return Wrong();
        if (await users.FindByNameAsync(login.UserName) is not { } account)
        {
            // As slow as a wrong password, so that the time does not tell which user names exist.
            users.PasswordHasher.HashPassword(new Account(), login.Password);
            return Wrong();
        }

        var result = await signIn.CheckPasswordSignInAsync(account, login.Password, lockoutOnFailure: true);
        if (result.IsLockedOut) return Problems.Of(403, "account-locked", "密码连续输错次数过多，账号已锁定15分钟。");
        if (!result.Succeeded || account.Disabled) return Wrong();
        await signIn.SignInAsync(account, isPersistent: false);
        return TypedResults.NoContent();
    }

    private static IResult Wrong() => Problems.Of(401, "login-failed", "用户名或密码错误。");

    private static async Task<IResult> WhoAmI(HttpContext http, UserManager<Account> users, IAntiforgery antiForgery)
    {
        var caller = http.Caller();
        var byCookie = http.Features.Get<CurrentSession>() is { ByCookie: true };
        var account = byCookie ? await users.FindByIdAsync(caller.Id[Account.SubjectPrefix.Length..]) : null;
        var token = byCookie ? antiForgery.GetAndStoreTokens(http).RequestToken : null;
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(
            new Me(caller.Id, account?.UserName, account?.Post, [.. caller.Roles], [.. caller.Streets], [.. caller.Units], token));
    }
}

/// <summary>A browser sends the cookie by itself; what changes something must also show the token only our own page can read.</summary>
internal sealed class AntiForgeryMiddleware(RequestDelegate next, IAntiforgery antiForgery)
{
    public async Task Invoke(HttpContext http)
    {
        var isAsked = http.Features.Get<CurrentSession>() is { ByCookie: true };
        if (!isAsked || await antiForgery.IsRequestValidAsync(http))
            await next(http);
        else
            await Problems.Of(400, "anti-forgery-token-invalid", "页面已过期，请刷新后重试。").ExecuteAsync(http);
    }
}
