using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Campaign.Gateway.Accounts;

/// <param name="Key">Hash of a user name, known or not, or of an address.</param>
/// <param name="LastAt">Of the last one counted; a quarter of an hour later the count begins anew.</param>
internal sealed record FailedSignIns(string Key, int Count, DateTimeOffset LastAt);

/// <summary>What a guess may do: be checked, or wait.</summary>
internal enum Guess
{
    Free,

    /// <summary>The last that is checked: if it is wrong, the name is locked.</summary>
    Last,
    NameIsLocked,
    AddressIsLocked,
}

/// <summary>
/// Counts a guess before it is checked, in one statement of the database, and takes it back when it was right: however many come at once,
/// no more are checked than are allowed. A name that does not exist is counted like one that does.
/// </summary>
internal sealed class Guesses(GatewayDb db, IOptions<GatewayOptions> options, TimeProvider clock)
{
    public static readonly TimeSpan Lock = TimeSpan.FromMinutes(15);

    public async Task<Guess> Take(string name, string? address, CancellationToken cancellation)
    {
        var limits = options.Value;
        if (await Count(AddressKey(address), limits.FailedSignInsOfAddress, cancellation) > limits.FailedSignInsOfAddress)
            return Guess.AddressIsLocked;
        var count = await Count(NameKey(name), limits.FailedSignIns, cancellation);
        return count > limits.FailedSignIns ? Guess.NameIsLocked : count == limits.FailedSignIns ? Guess.Last : Guess.Free;
    }

    /// <summary>The password was right and something else is missing: this one is no failure, those before it stay.</summary>
    public async Task TakeBack(string name, string? address, CancellationToken cancellation)
    {
        await Release(NameKey(name), cancellation);
        await Release(AddressKey(address), cancellation);
    }

    /// <summary>Signed in, or given a new password: the name begins anew, in the caller's transaction where there is one.</summary>
    public async Task Forgive(string name, string? address, CancellationToken cancellation)
    {
        var key = NameKey(name);
        await db.FailedSignIns.Where(failed => failed.Key == key).ExecuteDeleteAsync(cancellation);
        if (address is not null) await Release(AddressKey(address), cancellation);
    }

    public Task Purge(CancellationToken cancellation)
    {
        var over = clock.GetUtcNow() - Lock;
        return db.FailedSignIns.Where(failed => failed.LastAt < over).ExecuteDeleteAsync(cancellation);
    }

    // While it is locked the moment stays, so that guessing on does not keep the owner out for ever.
    private async Task<int> Count(string key, int limit, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var over = now - Lock;
        var counts = await db.Database.SqlQuery<int>(
            $"""
             INSERT INTO failed_sign_ins AS f ("Key", "Count", "LastAt") VALUES ({key}, 1, {now})
             ON CONFLICT ("Key") DO UPDATE SET
               "Count" = CASE WHEN f."LastAt" < {over} THEN 1 ELSE LEAST(f."Count" + 1, {limit} + 1) END,
               "LastAt" = CASE WHEN f."LastAt" >= {over} AND f."Count" >= {limit} THEN f."LastAt" ELSE {now} END
             RETURNING "Count" AS "Value"
             """).ToListAsync(cancellation);
        return counts.Single();
    }

    private Task Release(string key, CancellationToken cancellation) =>
        db.FailedSignIns.Where(failed => failed.Key == key && failed.Count > 0)
            .ExecuteUpdateAsync(set => set.SetProperty(failed => failed.Count, failed => failed.Count - 1), cancellation);

    private static string NameKey(string name) => Secrets.Hash($"name {name.Normalize().ToUpperInvariant()}");

    private static string AddressKey(string? address) => Secrets.Hash($"address {address}");
}
