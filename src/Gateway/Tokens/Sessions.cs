using Campaign.Gateway.Accounts;
using Campaign.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Campaign.Gateway.Tokens;

/// <summary>A caller with the token the services will see.</summary>
internal sealed record Session(Caller Caller, string ServiceToken);

/// <summary>
/// Turns a subject into its rights and service token. Kept for half a minute: that is how long a disabled account or a lost right
/// still works, on any instance, and how often a busy caller costs a query and a signature.
/// </summary>
internal sealed class Sessions(
    IDbContextFactory<GatewayDb> databases, IMemoryCache cache, KeyRing keys, IOptions<GatewayOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(30);

    /// <returns>Null for a subject that does not exist or is disabled.</returns>
    public async ValueTask<Session?> Find(string subject, CancellationToken cancellation)
    {
        if (cache.TryGetValue(Key(subject), out Session? kept)) return kept;
        if (await Rights(subject, cancellation) is not { Disabled: false } rights) return null;

        var caller = new Caller(
            subject, rights.Roles.ToHashSet(), rights.Streets.ToHashSet(StringComparer.Ordinal),
            rights.Units.ToHashSet(StringComparer.Ordinal));
        var session = new Session(caller, ServiceToken.Write(caller, options.Value.Authority, keys.Signing, clock.GetUtcNow()));
        return cache.Set(Key(subject), session, KeptFor);
    }

    public void Forget(IHasRights owner) => cache.Remove(Key(owner.Subject));

    private async Task<IHasRights?> Rights(string subject, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var id = subject[(subject.IndexOf(':', StringComparison.Ordinal) + 1)..];
        if (subject.StartsWith(MachineClient.SubjectPrefix, StringComparison.Ordinal))
            return await db.Clients.AsNoTracking().SingleOrDefaultAsync(client => client.ClientId == id, cancellation);
        return Guid.TryParse(id, out var account)
            ? await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == account, cancellation)
            : null;
    }

    private static string Key(string subject) => $"session {subject}";
}
