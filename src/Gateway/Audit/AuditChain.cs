using Microsoft.EntityFrameworkCore;

namespace Campaign.Gateway.Audit;

/// <param name="Intact">Every entry is linked to the one before, and a noted head is still where it was.</param>
/// <param name="FirstBroken">The first entry that is not what it was, or whose predecessor is gone.</param>
/// <param name="HeadHash">To be noted outside: what is cut off the end later shows against it.</param>
internal sealed record AuditVerification(
    bool Intact, long Entries, long? FirstBroken, long HeadSequence, string HeadHash, bool? NotedHeadFound);

/// <summary>The only way into the table, and the reckoning over it.</summary>
internal static class AuditChain
{
    private const int MostCharacters = 500;

    /// <summary>
    /// Within the caller's transaction, after its other locks: what it records and the record are kept together or not at all.
    /// The lock makes one line of all instances and ends with the transaction.
    /// </summary>
    public static async Task Append(
        GatewayDb db, IReadOnlyCollection<AuditEvent> events, DateTimeOffset now, CancellationToken cancellation)
    {
        await db.Lock(Exclusive.AppendAudit, cancellation);
        var head = await db.Audit.AsNoTracking().OrderByDescending(entry => entry.Sequence)
            .Select(entry => new { entry.Sequence, entry.Hash }).FirstOrDefaultAsync(cancellation);
        var (sequence, previous) = (head?.Sequence ?? 0, head?.Hash ?? AuditHash.BeforeTheFirst);
        foreach (var what in events)
        {
            var entry = Link(what, ++sequence, now, previous);
            previous = entry.Hash;
            db.Audit.Add(entry);
        }
        await db.SaveChangesAsync(cancellation);
    }

    /// <param name="noted">A head that was noted outside.</param>
    public static async Task<AuditVerification> Verify(
        GatewayDb db, (long Sequence, byte[] Hash)? noted, CancellationToken cancellation)
    {
        var (sequence, previous, entries) = (0L, AuditHash.BeforeTheFirst, 0L);
        long? broken = null;
        bool? found = noted is null ? null : false;
        await foreach (var entry in db.Audit.AsNoTracking().OrderBy(entry => entry.Sequence).AsAsyncEnumerable()
            .WithCancellation(cancellation))
        {
            entries++;
            var isLinked = entry.Sequence == sequence + 1 && entry.Previous.AsSpan().SequenceEqual(previous)
                && entry.Hash.AsSpan().SequenceEqual(AuditHash.Of(entry));
            if (!isLinked) broken ??= entry.Sequence;
            if (entry.Sequence == noted?.Sequence) found = entry.Hash.AsSpan().SequenceEqual(noted.Value.Hash);
            (sequence, previous) = (entry.Sequence, entry.Hash);
        }
        return new(broken is null && found is not false, entries, broken, sequence, Convert.ToHexStringLower(previous), found);
    }

    private static AuditEntry Link(AuditEvent what, long sequence, DateTimeOffset now, byte[] previous)
    {
        // The database keeps microseconds.
        var at = now.ToUniversalTime().AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        var entry = new AuditEntry(
            sequence, at, what.Action, what.Outcome, what.Status, what.Actor, what.Address, Cut(what.Target), Cut(what.Detail),
            what.Correlation, previous, []);
        return entry with { Hash = AuditHash.Of(entry) };
    }

    private static string? Cut(string? text) => text is { Length: > MostCharacters } ? text[..MostCharacters] : text;
}
