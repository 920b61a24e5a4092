namespace Campaign.EventStore;

/// <summary>Loads the streams of one attempt at a decision.</summary>
/// <remarks>
/// Each load sees what is committed when it is made: several are no snapshot. Every
/// stream that the decision changes is at the version it was loaded at when the decision is committed; one that it only read may have
/// moved, unless the decision says <see cref="JointDecision.IfUnmoved"/>. A refusal is given only where no stream moved while the rest was
/// loaded or read: rows that are gone may have made way for an event.
/// </remarks>
public sealed class StreamLoader(IEventStore store, CancellationToken cancellation)
{
    private readonly HashSet<StreamId> named = [];
    private readonly List<(long Version, Func<Task<long>> Now)> loaded = [];

    /// <param name="expected">The version that the caller saw; a clash on this stream is then his, and not retried.</param>
    /// <exception cref="StreamVersionConflictException">The stream is not at <paramref name="expected"/>.</exception>
    public async Task<StreamRef<T>> Load<T>(StreamId<T> stream, long? expected = null) where T : class, IAggregate<T>
    {
        var (state, version) = await store.Load(stream, cancellation);
        loaded.Add((version, async () => (await store.Load(stream, cancellation)).Version));
        if (expected is not { } seen) return new(stream, state, version);
        if (seen != version) throw new StreamVersionConflictException(stream, seen);
        named.Add(stream);
        return new(stream, state, version);
    }

    internal bool IsNamed(StreamId stream) => named.Contains(stream);

    /// <summary>Whether what was loaded, and what was read beside it, may be of different moments.</summary>
    internal async Task<bool> HaveMoved()
    {
        foreach (var (version, now) in loaded)
        {
            if (await now() != version) return true;
        }

        return false;
    }
}
