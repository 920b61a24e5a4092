using Campaign.Gateway.Accounts;
using Campaign.Gateway.Audit;
using Campaign.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Campaign.Gateway.Setup;

/// <summary>A link that makes the first administrator. Every instance may have written one; all end with the first use.</summary>
internal sealed record SetupLink(string TokenHash, DateTimeOffset CreatedAt);

internal sealed record FirstAdministrator(string UserName, string Password);

internal static class FirstAdministratorEndpoints
{
    public static void Map(WebApplication app)
    {
        var setup = app.MapGroup("/setup/{token}").AllowAnonymous().RequireRateLimiting(Proxy.RateLimits.Setup).ExcludeFromDescription();
        setup.MapGet("/", async (string token, SetupLinks links, HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            http.Response.Headers["Referrer-Policy"] = "no-referrer";
            return await links.IsGood(token, http.RequestAborted)
                ? TypedResults.Content(SetupPage.Html, "text/html; charset=utf-8")
                : Over();
        });
        setup.MapPost("/", async (string token, FirstAdministrator first, SetupLinks links, HttpContext http) =>
            await links.Use(token, first, http.RequestAborted) switch
            {
                null => Over(),
                { Succeeded: true } => TypedResults.NoContent(),
                var refused => refused.ToProblem(),
            });
    }

    private static IResult Over() => Problems.Of(410, "setup-link-over", "该链接无效、已使用或已过期（24小时）。如尚无管理员，请重新启动网关以生成新链接。");
}

internal sealed partial class SetupLinks(
    GatewayDb db, UserManager<Account> users, AuditTrail trail, IOptions<GatewayOptions> options, TimeProvider clock,
    ILogger<SetupLinks> logger)
{
    public static readonly TimeSpan Term = TimeSpan.FromHours(24);

    /// <summary>At start: a new link while there is no administrator, none afterwards.</summary>
    public async Task Offer(CancellationToken cancellation)
    {
        if (options.Value.SetupLinkFile is not { Length: > 0 } file) return;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Lock(Exclusive.ChangeAdministrators, cancellation);
        if (await db.Administrators().AnyAsync(cancellation))
        {
            File.Delete(file);
            return;
        }

        var token = Secrets.New();
        db.SetupLinks.Add(new(Secrets.Hash(token), clock.GetUtcNow()));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await SecretFile.Write(file, $"{options.Value.Authority}/setup/{token}\n", cancellation);
        LogOffered(file);
    }

    /// <summary>However the administrator came about that there is now: by another link, or by a restored database.</summary>
    public async Task<bool> IsGood(string token, CancellationToken cancellation)
    {
        var (hash, oldest) = (Secrets.Hash(token), clock.GetUtcNow() - Term);
        return await db.SetupLinks.AnyAsync(link => link.TokenHash == hash && link.CreatedAt > oldest, cancellation)
            && !await db.Administrators().AnyAsync(cancellation);
    }

    /// <returns>Null when the link is over; a refused password or name leaves it good.</returns>
    public async Task<IdentityResult?> Use(string token, FirstAdministrator first, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Lock(Exclusive.ChangeAdministrators, cancellation);
        if (!await IsGood(token, cancellation)) return null;

        var administrator = new Account { UserName = first.UserName, Post = "系统管理员" };
        // He opens the accounts of the others; the security administrator he makes then divides the two roles.
        new Rights { Roles = [Role.SystemAdministrator, Role.SecurityAdministrator], Streets = [Caller.EveryStreet] }.GiveTo(administrator);
        var result = await users.CreateAsync(administrator, first.Password ?? "");
        if (!result.Succeeded) return result;

        await db.SetupLinks.ExecuteDeleteAsync(cancellation);
        await trail.Record(
            db, AuditAction.FirstAdministrator, administrator.Subject, detail: null, actor: administrator.Subject, cancellation);
        await transaction.CommitAsync(cancellation);
        if (options.Value.SetupLinkFile is { Length: > 0 } file) File.Delete(file);
        return result;
    }

    [LoggerMessage(LogLevel.Warning, "还没有系统管理员：一次性设置链接见文件 {File}")]
    private partial void LogOffered(string file);
}
