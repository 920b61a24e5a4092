namespace Campaign.EventStore;

/// <param name="ExpectedVersion">The version the caller saw (If-Match); a clash is then the caller's. Null: a clash is retried here.</param>
/// <param name="Cause">Id of the message or request behind the command. Event ids derive from it, so that a repeat appends nothing.</param>
public sealed record TransactOptions(EventMetadata Metadata, long? ExpectedVersion = null, Guid? Cause = null)
{
    public static readonly TransactOptions None = new(EventMetadata.None);
}

/// <param name="State">State after the append.</param>
/// <param name="Version">Version after the append.</param>
/// <param name="Events">What was appended now; empty when it was so already or was refused.</param>
public sealed record Transacted<T>(T State, long Version, IReadOnlyList<object> Events, Refusal? Refusal);

public static class Transactions
{
    private const int Attempts = 20;

    /// <summary>Load, decide, append; on a clash load and decide again, unless the caller named the version.</summary>
    /// <exception cref="StreamVersionConflictException">The stream is not at <see cref="TransactOptions.ExpectedVersion"/>.</exception>
    public static async Task<Transacted<T>> Transact<T>(
        this IEventStore store, StreamId stream, Func<T, Decision> decide, TransactOptions options, CancellationToken cancellation)
        where T : class, IAggregate<T>
    {
        for (var attempt = 1; ; attempt++)
        {
            var (state, version) = await store.Load<T>(stream, cancellation);
            if (options.ExpectedVersion is { } expected && expected != version) throw new StreamVersionConflictException(stream, expected);

            var (events, refusal) = decide(state);
            if (refusal is not null || events.Count == 0)
            {
                EventStoreTelemetry.Decided<T>(refusal?.Rule ?? "unchanged");
                return new(state, version, [], refusal);
            }
            try
            {
                await store.Append([StreamAppend.To<T>(stream, version, Identified(stream, events, options.Cause))], options.Metadata, cancellation);
                EventStoreTelemetry.Decided<T>("appended");
                return new(events.Aggregate(state, (s, e) => s.Evolve(e)), version + events.Count, events, null);
            }
            catch (StreamVersionConflictException) when (options.ExpectedVersion is null && attempt < Attempts)
            {
                // Somebody appended between load and append: decide on what is there now.
            }
            catch (DuplicateEventException) when (options.Cause is not null)
            {
                var (now, currentVersion) = await store.Load<T>(stream, cancellation);
                return new(now, currentVersion, [], null);
            }
        }
    }

    /// <summary>Gives events their ids: derived from the cause where there is one, new otherwise.</summary>
    public static IEnumerable<NewEvent> Identified(StreamId stream, IReadOnlyList<object> events, Guid? cause)
        => events.Select((data, index) => cause is { } id
            ? new NewEvent(DeterministicGuid.From(id, $"{stream}#{index}"), data)
            : NewEvent.Of(data));
}
