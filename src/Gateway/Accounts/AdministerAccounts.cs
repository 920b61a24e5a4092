using Campaign.Gateway.Audit;
using Campaign.Gateway.Tokens;
using Campaign.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Gateway.Accounts;

/// <summary>An account as a whole; the same again changes nothing.</summary>
internal sealed record PutAccount : Rights
{
    public string Post { get; init; } = "";

    /// <summary>For a new account, unless the person is to choose one by a link. An existing one is reset by a link only.</summary>
    public string? Password { get; init; }
}

internal sealed record AccountView(
    string UserName, string Id, string Post, IReadOnlyList<Role> Roles, IReadOnlyList<string> Streets,
    IReadOnlyList<string> Units, bool Disabled, bool SecondFactor)
{
    public static AccountView Of(Account a) =>
        new(a.UserName!, a.Subject, a.Post, a.Roles, a.Streets, a.Units, a.Disabled, a.TwoFactorEnabled);
}

internal sealed class AdministerAccounts(GatewayDb db, UserManager<Account> users, Sessions sessions, AuditTrail trail)
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
            administration.Put(userName, put, http.Caller(), http.RequestAborted)).WithName("PutAccount").WithSummary("新增或修改账号")
            .Produces<AccountView>();
        PasswordLinkEndpoints.MapIssue(accounts);
        SecondFactorEndpoints.MapRemoval(accounts);
        SessionEndpoints.MapOthers(accounts);
    }

    public static IResult Unknown() => Problems.Of(404, "account-unknown", "没有这个账号。");

    private async Task<IResult> Put(string userName, PutAccount put, Caller granter, CancellationToken cancellation)
    {
        if (put.Errors() is { Count: > 0 } errors) return Problems.Of(errors);
        if (put.Post is not { Length: <= 100 }) return Problems.Of([new("/post", "post-invalid", "职务不超过100字。")]);

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Lock(Exclusive.ChangeAdministrators, cancellation);
        var account = await users.FindByNameAsync(userName);
        if (Granting.Refusal(granter, account?.Subject, account, put) is { } refused) return refused;
        if (account is not null && await TakesTheLastAdministrator(account, put, cancellation))
            return Problems.Of(409, "last-administrator", "这是最后一个可用的系统管理员或安全管理员账号，不能停用或取消其角色。");

        var result = account is null ? await Create(userName, put, cancellation) : await Change(account, put, cancellation);
        if (!result.Succeeded) return result.ToProblem();
        await transaction.CommitAsync(cancellation);

        account ??= (await users.FindByNameAsync(userName))!;
        sessions.Forget(account);
        return TypedResults.Ok(AccountView.Of(account));
    }

    private async Task<IdentityResult> Create(string userName, PutAccount put, CancellationToken cancellation)
    {
        var account = new Account { UserName = userName, Post = put.Post };
        put.GiveTo(account);
        var created = put.Password is null ? await users.CreateAsync(account) : await users.CreateAsync(account, put.Password);
        if (created.Succeeded) await trail.Record(
            db, AuditAction.AccountCreated, account.Subject, put.Summary(), actor: null, cancellation);
        return created;
    }

    private async Task<IdentityResult> Change(Account account, PutAccount put, CancellationToken cancellation)
    {
        if (put.Password is not null && !await users.CheckPasswordAsync(account, put.Password))
            return IdentityResult.Failed(new IdentityError
            {
                Code = "password-by-link-only",
                Description = "已有账号的密码不能由他人设定，请签发一次性重置链接。",
            });
        var (changesRights, closes) = (put.Changes(account), put.Disabled != account.Disabled);
        if (!changesRights && !closes && string.Equals(put.Post, account.Post, StringComparison.Ordinal)) return IdentityResult.Success;

        put.GiveTo(account);
        account.Post = put.Post;
        var saved = await users.UpdateAsync(account);
        if (!saved.Succeeded) return saved;
        if (changesRights || closes) await account.BeginEpoch(db, cancellation);
        if (changesRights) await trail.Record(
            db, AuditAction.RightsChanged, account.Subject, put.Summary(), actor: null, cancellation);
        if (!changesRights) await trail.Record(
            db, AuditAction.AccountChanged, account.Subject, closes ? $"disabled={put.Disabled}" : "post", actor: null, cancellation);
        return saved;
    }

    private async Task<bool> TakesTheLastAdministrator(Account account, PutAccount put, CancellationToken cancellation)
    {
        foreach (var role in new[] { Role.SystemAdministrator, Role.SecurityAdministrator })
        {
            var isTaken = !account.Disabled && account.Roles.Contains(role) && (put.Disabled || !put.Roles.Contains(role));
            if (isTaken && !await db.Users.AnyAsync(
                other => other.Id != account.Id && !other.Disabled && other.Roles.Contains(role), cancellation)) return true;
        }
        return false;
    }
}
