using System.Security.Claims;
using Campaign.Gateway.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Campaign.Gateway.Tokens;

/// <summary>Sessions of people: begun, found again at every request, ended. A copied cookie is worth no more than its row.</summary>
internal sealed class PersonSessions(
    IDbContextFactory<GatewayDb> databases, IMemoryCache cache, Sessions sessions, IOptions<GatewayOptions> options, TimeProvider clock)
{
    public const string IdClaim = "sid";

    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    /// <summary>In the caller's transaction; <see cref="Hand"/> it over once that is committed.</summary>
    public async Task<SignInSession> Begin(
        GatewayDb db, Account account, bool hasSecondFactor, HttpContext http, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var session = new SignInSession(
            Guid.CreateVersion7(), account.Id, account.Epoch, hasSecondFactor, now, now, http.Connection.RemoteIpAddress?.ToString());
        db.Sessions.Add(session);
        await db.SaveChangesAsync(cancellation);
        return session;
    }

    public static Task Hand(HttpContext http, SignInSession session) => http.SignInAsync(
        IdentityConstants.ApplicationScheme,
        new ClaimsPrincipal(new ClaimsIdentity([new(IdClaim, session.Id.ToString())], IdentityConstants.ApplicationScheme)));

    /// <returns>Null when it was ended, has lasted too long or was left alone too long, and whatever ends the account's epoch.</returns>
    public async ValueTask<(Session Rights, SignInSession Row)?> Find(Guid id, CancellationToken cancellation)
    {
        var row = await Row(id, cancellation);
        if (row is null || IsOver(row)) return null;
        if (clock.GetUtcNow() - row.LastSeenAt > SeenEvery) row = await See(row, cancellation);
        var rights = await sessions.Find(Account.SubjectOf(row.AccountId), row.Epoch, row.HasSecondFactor, cancellation);
        return rights is null ? null : (rights, row);
    }

    /// <summary>After it was ended, so that this instance knows at once.</summary>
    public void Forget(Guid id) => cache.Remove(Key(id));

    /// <summary>Those that are over would only make the list long.</summary>
    public async Task Purge(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var (begun, seen) = Oldest();
        await db.Sessions.Where(session => session.CreatedAt < begun || session.LastSeenAt < seen).ExecuteDeleteAsync(cancellation);
    }

    private bool IsOver(SignInSession row) => Oldest() is var (begun, seen) && (row.CreatedAt < begun || row.LastSeenAt < seen);

    private (DateTimeOffset Begun, DateTimeOffset Seen) Oldest()
    {
        var now = clock.GetUtcNow();
        return (now - options.Value.SessionTerm, now - options.Value.SessionIdleTerm);
    }

    private async ValueTask<SignInSession?> Row(Guid id, CancellationToken cancellation)
    {
        if (cache.TryGetValue(Key(id), out SignInSession? kept)) return kept;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var row = await db.Sessions.AsNoTracking().SingleOrDefaultAsync(session => session.Id == id, cancellation);
        return row is null ? null : cache.Set(Key(id), row, Sessions.KeptFor);
    }

    private async Task<SignInSession> See(SignInSession row, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await db.Sessions.Where(session => session.Id == row.Id && session.LastSeenAt < now)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.LastSeenAt, now), cancellation);
        return cache.Set(Key(row.Id), row with { LastSeenAt = now }, Sessions.KeptFor);
    }

    private static string Key(Guid id) => $"session {id}";
}
