using Campaign.EventStore;

namespace Campaign.Inspections.Findings;

/// <summary>What one decision means for two streams.</summary>
internal sealed record JointDecision(IReadOnlyList<object> First, IReadOnlyList<object> Second, Refusal? Refusal = null)
{
    public static readonly JointDecision Nothing = new([], []);

    public static implicit operator JointDecision(Refusal refusal) => new([], [], refusal);
}

internal static class JointDecisions
{
    private const int Attempts = 20;

    /// <summary>As <see cref="Transactions.Transact"/>, for two streams in one append. The caller's version is that of the first.</summary>
    /// <returns>What became of the first stream.</returns>
    public static async Task<Transacted<TFirst>> Transact<TFirst, TSecond>(
        this IEventStore store, StreamId first, StreamId second, Func<TFirst, TSecond, JointDecision> decide,
        TransactOptions options, CancellationToken cancellation)
        where TFirst : class, IAggregate<TFirst>
        where TSecond : class, IAggregate<TSecond>
    {
        for (var attempt = 1; ; attempt++)
        {
            var (state, version) = await store.Load<TFirst>(first, cancellation);
            if (options.ExpectedVersion is { } expected && expected != version) throw new StreamVersionConflictException(first, expected);
            var (other, otherVersion) = await store.Load<TSecond>(second, cancellation);

            var (events, others, refusal) = decide(state, other);
            if (refusal is not null || events.Count == 0) return new(state, version, [], refusal);
            try
            {
                var append = StreamAppend.To<TFirst>(first, version, Transactions.Identified(first, events, options.Cause));
                IReadOnlyList<StreamAppend> appends = others.Count == 0
                    ? [append]
                    : [append, StreamAppend.To<TSecond>(second, otherVersion, Transactions.Identified(second, others, options.Cause))];
                await store.Append(appends, options.Metadata, cancellation);
                return new(events.Aggregate(state, (s, e) => s.Evolve(e)), version + events.Count, events, null);
            }
            catch (StreamVersionConflictException conflict) when (attempt < Attempts && (options.ExpectedVersion is null || conflict.Stream != first))
            {
                // One of them has moved on: decide on what is there now.
            }
            catch (DuplicateEventException) when (options.Cause is not null)
            {
                var (now, currentVersion) = await store.Load<TFirst>(first, cancellation);
                return new(now, currentVersion, [], null);
            }
        }
    }
}
