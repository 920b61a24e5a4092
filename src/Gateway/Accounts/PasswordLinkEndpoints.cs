using Campaign.Web;
using Microsoft.AspNetCore.Identity;

namespace Campaign.Gateway.Accounts;

internal static class PasswordLinkEndpoints
{
    public static void MapIssue(RouteGroupBuilder accounts) =>
        accounts.MapPost("/{userName}/password-link", Issue).Allow(Role.SecurityAdministrator)
            .WithName("IssuePasswordLink").WithSummary("签发一次性密码重置链接（24小时内有效）").Produces<PasswordLinkView>();

    public static void Map(WebApplication app)
    {
        var password = app.MapGroup("/password/{token}").AllowAnonymous().RequireRateLimiting(Proxy.RateLimits.SignIn)
            .ExcludeFromDescription();
        password.MapGet("/", async (string token, PasswordLinks links, HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            http.Response.Headers["Referrer-Policy"] = "no-referrer";
            return await links.IsGood(token, http.RequestAborted)
                ? TypedResults.Content(PasswordPage.Html, "text/html; charset=utf-8")
                : Over();
        });
        password.MapPost("/", async (string token, NewPassword chosen, PasswordLinks links, HttpContext http) =>
            await links.Use(token, chosen.Password ?? "", http.RequestAborted) switch
            {
                null => Over(),
                { Succeeded: true } => TypedResults.NoContent(),
                var refused => refused.ToProblem(),
            });
    }

    private static async Task<IResult> Issue(string userName, UserManager<Account> users, PasswordLinks links, HttpContext http)
    {
        if (await users.FindByNameAsync(userName) is not { } account) return AdministerAccounts.Unknown();
        if (Granting.OutOfReach(http.Caller(), account) is { } outOfReach) return outOfReach;
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(await links.Issue(account, http.RequestAborted));
    }

    private static IResult Over() => Problems.Of(410, "password-link-over", "该链接无效、已使用或已过期，请联系安全管理员重新签发。");
}
