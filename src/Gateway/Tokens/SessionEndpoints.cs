using Campaign.Gateway.Accounts;
using Campaign.Gateway.Audit;
using Campaign.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Gateway.Tokens;

/// <param name="IsThisOne">The one that asks.</param>
internal sealed record SessionView(
    Guid Id, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt, string? Address, bool HasSecondFactor, bool IsThisOne);

/// <summary>Sessions as their owner sees and ends them, and the security administrator those of others.</summary>
internal sealed class SessionEndpoints(GatewayDb db, PersonSessions people, Sessions sessions, AuditTrail trail, UserManager<Account> users)
{
    public static void MapOwn(RouteGroupBuilder account)
    {
        account.MapGet("/sessions", (SessionEndpoints of, HttpContext http) => of.List(Me(http), http))
            .WithName("ListMySessions").WithSummary("本人的登录会话").Produces<IReadOnlyList<SessionView>>();
        account.MapDelete("/sessions/{id:guid}", (Guid id, SessionEndpoints of, HttpContext http) => of.End(Me(http), id, http))
            .WithName("EndMySession").WithSummary("结束本人的一个会话").Produces(204);
        account.MapPost("/logout", (SessionEndpoints of, HttpContext http) => of.SignOut(http))
            .WithName("SignOut").WithSummary("退出登录");
        account.MapPost("/logout-everywhere", (SessionEndpoints of, HttpContext http) => of.EndAll(Me(http), http))
            .WithName("SignOutEverywhere").WithSummary("在所有设备上退出登录").Produces(204);
    }

    public static void MapOthers(RouteGroupBuilder accounts)
    {
        var others = accounts.MapGroup("/{userName}/sessions").Allow(Role.SecurityAdministrator);
        others.MapGet("/", (string userName, SessionEndpoints of, HttpContext http) =>
            of.Other(userName, http, id => of.List(id, http)))
            .WithName("ListSessions").WithSummary("某账号的登录会话").Produces<IReadOnlyList<SessionView>>();
        others.MapDelete("/{id:guid}", (string userName, Guid id, SessionEndpoints of, HttpContext http) =>
            of.Other(userName, http, account => of.End(account, id, http)))
            .WithName("EndSession").WithSummary("结束某账号的一个会话").Produces(204);
        others.MapDelete("/", (string userName, SessionEndpoints of, HttpContext http) =>
            of.Other(userName, http, id => of.EndAll(id, http)))
            .WithName("EndSessions").WithSummary("结束某账号的全部会话").Produces(204);
    }

    /// <returns>Null for machines, which have no sessions.</returns>
    private static Guid? Me(HttpContext http) => http.Features.Get<CurrentSession>()?.Row?.AccountId;

    private static IResult NoSessions() => Problems.Of(404, "session-unknown", "没有这个会话，可能已经结束。");

    private async Task<IResult> Other(string userName, HttpContext http, Func<Guid?, Task<IResult>> act)
    {
        if (await users.FindByNameAsync(userName) is not { } account) return AdministerAccounts.Unknown();
        return Granting.OutOfReach(http.Caller(), account) ?? await act(account.Id);
    }

    private async Task<IResult> List(Guid? account, HttpContext http)
    {
        var mine = http.Features.Get<CurrentSession>()?.Row?.Id;
        var epoch = await db.Users.Where(user => user.Id == account).Select(user => user.Epoch).SingleOrDefaultAsync(http.RequestAborted);
        var rows = await db.Sessions.AsNoTracking().Where(session => session.AccountId == account && session.Epoch == epoch)
            .OrderByDescending(session => session.LastSeenAt).ToListAsync(http.RequestAborted);
        return TypedResults.Ok(rows.Select(row =>
            new SessionView(row.Id, row.CreatedAt, row.LastSeenAt, row.Address, row.HasSecondFactor, row.Id == mine)));
    }

    private async Task<IResult> SignOut(HttpContext http)
    {
        if (http.Features.Get<CurrentSession>()?.Row is { } row) await Take(row.AccountId, row.Id, AuditAction.SignOut, http);
        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
        return TypedResults.Ok();
    }

    private async Task<IResult> End(Guid? account, Guid id, HttpContext http) =>
        account is { } owner && await Take(owner, id, AuditAction.SessionsEnded, http) ? TypedResults.NoContent() : NoSessions();

    private async Task<bool> Take(Guid account, Guid id, AuditAction action, HttpContext http)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(http.RequestAborted);
        var ended = await db.Sessions.Where(session => session.Id == id && session.AccountId == account)
            .ExecuteDeleteAsync(http.RequestAborted);
        if (ended == 0) return false;
        await trail.Record(db, action, Account.SubjectOf(account), http.RequestAborted);
        await transaction.CommitAsync(http.RequestAborted);
        people.Forget(id);
        return true;
    }

    private async Task<IResult> EndAll(Guid? account, HttpContext http)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(http.RequestAborted);
        if (await db.Users.SingleOrDefaultAsync(user => user.Id == account, http.RequestAborted) is not { } owner) return NoSessions();
        await owner.BeginEpoch(db, http.RequestAborted);
        await trail.Record(
            db, AuditAction.SessionsEnded, owner.Subject, "all", actor: null, http.RequestAborted);
        await transaction.CommitAsync(http.RequestAborted);
        sessions.Forget(owner);
        return TypedResults.NoContent();
    }
}
