using Campaign.Gateway.Tokens;
using Campaign.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;

namespace Campaign.Gateway.Accounts;

/// <param name="AntiForgeryToken">For the header <c>X-CSRF-Token</c> of every unsafe request made with the session cookie.</param>
/// <param name="SecondFactor">Whether the account has one; absent for machines.</param>
/// <param name="SecondFactorNeeded">True for an administrator whose rights stay shut until he has enrolled and signed in with one.</param>
internal sealed record Me(
    string Id, string? UserName, string? Post, IReadOnlyCollection<Role> Roles, IReadOnlyCollection<string> Streets,
    IReadOnlyCollection<string> Units, string? AntiForgeryToken, bool? SecondFactor, bool? SecondFactorNeeded)
{
    public static void Map(RouteGroupBuilder account) =>
        account.MapGet("/me", WhoAmI).WithName("GetMe").WithSummary("当前登录的用户").Produces<Me>();

    private static async Task<IResult> WhoAmI(HttpContext http, UserManager<Account> users, IAntiforgery antiForgery)
    {
        var caller = http.Caller();
        var row = http.Features.Get<CurrentSession>()?.Row;
        var account = row is null ? null : await users.FindByIdAsync(row.AccountId.ToString());
        var token = row is null ? null : antiForgery.GetAndStoreTokens(http).RequestToken;
        var isShut = account is null ? (bool?)null : !row!.HasSecondFactor && account.Roles.Any(Granting.Administrators.Contains);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new Me(
            caller.Id, account?.UserName, account?.Post, [.. caller.Roles], [.. caller.Streets], [.. caller.Units], token,
            account?.TwoFactorEnabled, isShut));
    }
}
