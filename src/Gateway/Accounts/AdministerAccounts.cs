using Campaign.Gateway.Tokens;
using Campaign.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Gateway.Accounts;

/// <summary>An account as a whole; the same again changes nothing.</summary>
internal sealed record PutAccount : Rights
{
    public string Post { get; init; } = "";

    /// <summary>Needed for a new account; for an existing one it sets a new password.</summary>
    public string? Password { get; init; }
}

internal sealed record AccountView(
    string UserName, string Id, string Post, IReadOnlyList<Role> Roles, IReadOnlyList<string> Streets,
    IReadOnlyList<string> Units, bool Disabled)
{
    public static AccountView Of(Account a) => new(a.UserName!, a.Subject, a.Post, a.Roles, a.Streets, a.Units, a.Disabled);
}

internal sealed class AdministerAccounts(GatewayDb db, UserManager<Account> users, Sessions sessions)
{
    public static void Map(RouteGroupBuilder admin)
    {
        var accounts = admin.MapGroup("/accounts").WithTags("Accounts");
        accounts.MapGet("/", async (GatewayDb db) =>
            (await db.Users.AsNoTracking().OrderBy(account => account.UserName).ToListAsync()).Select(AccountView.Of)).WithName(
                "ListAccounts").WithSummary("账号");
        accounts.MapGet("/{userName}", async (string userName, UserManager<Account> users) =>
            await users.FindByNameAsync(userName) is { } account ? TypedResults.Ok(AccountView.Of(account)) : Unknown()).WithName(
                "GetAccount").WithSummary("一个账号").Produces<AccountView>();
        accounts.MapPut("/{userName}", (string userName, PutAccount put, AdministerAccounts administration, HttpContext http) =>
            administration.Put(userName, put, http.RequestAborted)).WithName("PutAccount").WithSummary("新增或修改账号").Produces<AccountView>();
    }

    private static IResult Unknown() => Problems.Of(404, "account-unknown", "没有这个账号。");

    private async Task<IResult> Put(string userName, PutAccount put, CancellationToken cancellation)
    {
        if (put.Errors() is { Count: > 0 } errors) return Problems.Of(errors);
        if (put.Post is not { Length: <= 100 }) return Problems.Of([new("/post", "post-invalid", "职务不超过100字。")]);

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Lock(Exclusive.ChangeAdministrators, cancellation);
        var account = await users.FindByNameAsync(userName);
        if (account is not null && await TakesTheLastAdministrator(account, put, cancellation))
            return Problems.Of(409, "last-administrator", "这是最后一个可用的系统管理员账号，不能停用或取消其管理员角色。");

        var result = account is null ? await Create(userName, put) : await Change(account, put);
        if (!result.Succeeded) return result.ToProblem();
        await transaction.CommitAsync(cancellation);

        account ??= (await users.FindByNameAsync(userName))!;
        sessions.Forget(account);
        return TypedResults.Ok(AccountView.Of(account));
    }

    private async Task<IdentityResult> Create(string userName, PutAccount put)
    {
        var account = new Account { UserName = userName, Post = put.Post };
        put.GiveTo(account);
        return await users.CreateAsync(account, put.Password ?? "");
    }

    private async Task<IdentityResult> Change(Account account, PutAccount put)
    {
        put.GiveTo(account);
        account.Post = put.Post;
        var saved = await users.UpdateAsync(account);
        if (!saved.Succeeded || put.Password is null || await users.CheckPasswordAsync(account, put.Password)) return saved;

        // A new password ends the lock-out and, by the changed security stamp, every session of the account.
        await users.SetLockoutEndDateAsync(account, null);
        return await users.ResetPasswordAsync(account, await users.GeneratePasswordResetTokenAsync(account), put.Password);
    }

    private async Task<bool> TakesTheLastAdministrator(Account account, PutAccount put, CancellationToken cancellation) =>
        account is { Disabled: false } && account.Roles.Contains(Role.Administrator)
        && (put.Disabled || !put.Roles.Contains(Role.Administrator))
        && !await db.Administrators().AnyAsync(other => other.Id != account.Id, cancellation);
}
