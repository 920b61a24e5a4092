using Campaign.Gateway.Accounts;
using Campaign.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Campaign.Gateway.Tokens;

/// <summary>A caller with the token the services will see.</summary>
internal sealed record Session(Caller Caller, string ServiceToken);

/// <summary>
/// Turns a subject into its rights and service token. Kept for five seconds: that is how long a disabled account, a lost right or an ended
/// epoch still works on another instance than the one that ended it, and how often a busy caller costs a query and a signature.
/// </summary>
internal sealed class Sessions(
    IDbContextFactory<GatewayDb> databases, IMemoryCache cache, KeyRing keys, IOptions<GatewayOptions> options, TimeProvider clock)
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(5);

    private sealed record Known(int Epoch, Session Whole, Session WithoutAdministration);

    /// <param name="epoch">In which the token or session was given.</param>
    /// <param name="mayAdminister">False for a person who has not shown a second factor: what administrators may is left out.</param>
    /// <returns>Null for a subject that does not exist, is disabled, or is in another epoch.</returns>
    public async ValueTask<Session?> Find(string subject, int epoch, bool mayAdminister, CancellationToken cancellation)
    {
        if (!cache.TryGetValue(Key(subject), out Known? known))
        {
            if (await Rights(subject, cancellation) is not { Disabled: false } rights) return null;
            known = cache.Set(Key(subject), Of(subject, rights), KeptFor);
        }
        if (known!.Epoch != epoch) return null;
        return mayAdminister ? known.Whole : known.WithoutAdministration;
    }

    public void Forget(IHasRights owner) => cache.Remove(Key(owner.Subject));

    private Known Of(string subject, IHasRights rights)
    {
        var caller = new Caller(
            subject, rights.Roles.ToHashSet(), rights.Streets.ToHashSet(StringComparer.Ordinal),
            rights.Units.ToHashSet(StringComparer.Ordinal));
        var whole = Signed(caller);
        var without = caller.Is(Granting.Administrators)
            ? Signed(caller with { Roles = caller.Roles.Except(Granting.Administrators).ToHashSet() })
            : whole;
        return new(rights.Epoch, whole, without);
    }

    private Session Signed(Caller caller) =>
        new(caller, ServiceToken.Write(caller, options.Value.Authority, keys.Signing, clock.GetUtcNow()));

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

    private static string Key(string subject) => $"rights {subject}";
}
