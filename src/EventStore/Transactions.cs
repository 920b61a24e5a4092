namespace Campaign.EventStore;

/// <param name="ExpectedVersion">The version the caller saw (If-Match); a clash is then
/// the caller's. Null: a clash is retried here.</param>
/// <param name="CausationId">Id of the message or request behind the command. Event ids
/// derive from it, so that a repeat appends nothing.</param>
public sealed record TransactOptions(EventMetadata Metadata, long? ExpectedVersion = null, Guid? CausationId = null)
{
    public static readonly TransactOptions None = new(EventMetadata.None);

    /// <summary>
    /// Takes the place of <see cref="IEventStore.Append"/> where more goes with a decision than it knows, such as numbers.
    /// </summary>
    public Commit? Commit { get; init; }
}

/// <inheritdoc cref="IEventStore.Append"/>
public delegate Task Commit(
    IReadOnlyList<StreamAppend> appends, EventMetadata metadata, CancellationToken cancellation, SqlBatch? alongside);

/// <param name="State">State after the append.</param>
/// <param name="Version">Version after the append.</param>
/// <param name="Events">What was appended now; empty when it was so already or was refused.</param>
public sealed record AppendResult<T>(T State, long Version, IReadOnlyList<object> Events, Refusal? Refusal);

/// <summary>
/// Load, decide, append. What a decision says is committed as a whole or not at all. Where somebody else came first on any of the streams
/// that it changes, all is loaded and decided anew, a bounded number of times, unless the caller had named the version of that stream.
/// </summary>
public static class Transactions
{
    private const int Attempts = 40;
    private const int AtOnce = 3;
    private const int LongestPauseInMilliseconds = 200;

    /// <summary>One stream.</summary>
    /// <exception cref="StreamVersionConflictException">The stream is not at <see cref="TransactOptions.ExpectedVersion"/>.</exception>
    public static Task<AppendResult<T>> Transact<T>(
        this IEventStore store, StreamId<T> stream, Func<T, Decision> decide, TransactOptions options, CancellationToken cancellation)
        where T : class, IAggregate<T>
        => store.Transact(stream, (main, _) => Task.FromResult(main.Gets(decide(main.State))), options, ofOneMoment: true, cancellation);

    /// <summary>
    /// A stream and what else the decision needs: that stream's version is the one the caller may name, and what he is answered.
    /// </summary>
    /// <param name="decide">Loads and reads the rest and calls a pure decision; it is called again after a clash.</param>
    /// <exception cref="StreamVersionConflictException">The stream is not at <see cref="TransactOptions.ExpectedVersion"/>.</exception>
    public static Task<AppendResult<T>> Transact<T>(
        this IEventStore store, StreamId<T> stream, Func<StreamRef<T>, StreamLoader, Task<JointDecision>> decide, TransactOptions options,
        CancellationToken cancellation)
        where T : class, IAggregate<T>
        => store.Transact(stream, decide, options, ofOneMoment: false, cancellation);

    /// <summary>Several streams of which none is the one the caller means.</summary>
    /// <typeparam name="T">What the decision is about, as it is metered.</typeparam>
    /// <param name="decide">Loads and calls a pure decision; it is called again after a clash.</param>
    /// <returns>The decision as it was committed; nothing where its cause was handled before.</returns>
    public static async Task<JointDecision> Transact<T>(
        this IEventStore store, Func<StreamLoader, Task<JointDecision>> decide, TransactOptions options, CancellationToken cancellation)
        where T : class, IAggregate<T>
        => (await store.Run<T>(decide, options, ofOneMoment: false, cancellation)).Decision;

    /// <summary>Gives events their ids: derived from the cause where there is one, new otherwise.</summary>
    public static IEnumerable<NewEvent> Identified(StreamId stream, IReadOnlyList<object> events, Guid? cause)
        => events.Select((data, index) => cause is { } id ? new NewEvent(IdOf(stream, index, id), data) : NewEvent.Of(data));

    private static Guid IdOf(StreamId stream, int index, Guid cause) => DeterministicGuid.From(cause, $"{stream}#{index}");

    private static async Task<bool> WasHandled(this IEventStore store, StreamId stream, Guid? cause, CancellationToken cancellation)
        => cause is { } id && IdOf(stream, 0, id) is var first && (await store.Read(stream, cancellation)).Any(e => e.Id == first);

    private static async Task<AppendResult<T>> Transact<T>(
        this IEventStore store, StreamId<T> stream, Func<StreamRef<T>, StreamLoader, Task<JointDecision>> decide, TransactOptions options,
        bool ofOneMoment, CancellationToken cancellation)
        where T : class, IAggregate<T>
    {
        var main = new StreamRef<T>(stream, T.Initial, 0);
        try
        {
            var (decision, repeated) = await store.Run<T>(Decide, options, ofOneMoment, cancellation);
            if (!repeated && (decision.Refusal is null || !await store.WasHandled(stream, options.CausationId, cancellation)))
            {
                var events = decision.EventsOf(stream);
                return new(events.Aggregate(main.State, (s, e) => s.Evolve(e)), main.Version + events.Count, events, decision.Refusal);
            }
        }
        catch (StreamVersionConflictException) when (options.CausationId is not null)
        {
            if (!await store.WasHandled(stream, options.CausationId, cancellation)) throw;
        }

        // What stands in the way of a repeat is what came of it the first time.
        var (state, version) = await store.Load(stream, cancellation);
        return new(state, version, [], null);

        async Task<JointDecision> Decide(StreamLoader streams)
        {
            main = await streams.Load(stream, options.ExpectedVersion);
            return await decide(main, streams);
        }
    }

    private static async Task<(JointDecision Decision, bool Repeated)> Run<T>(
        this IEventStore store, Func<StreamLoader, Task<JointDecision>> decide, TransactOptions options, bool ofOneMoment,
        CancellationToken cancellation)
        where T : class, IAggregate<T>
    {
        Commit commit = options.Commit ?? store.Append;
        for (var attempt = 1; ; attempt++)
        {
            var streams = new StreamLoader(store, cancellation);
            var decision = await decide(streams);
            if (decision.Changes.Count == 0)
            {
                if (decision.Refusal is not null && !ofOneMoment && attempt < Attempts && await streams.HaveMoved()) continue;
                EventStoreTelemetry.Decided<T>(decision.Refusal?.Rule ?? "unchanged");
                return (decision, Repeated: false);
            }
            try
            {
                var metadata = decision.CausationId is { } causation ? options.Metadata with { CausationId = causation } : options.Metadata;
                await commit(
                    [.. decision.Changes.Select(change => change.Append(options.CausationId))], metadata, cancellation, Rows(decision));
                EventStoreTelemetry.Decided<T>("appended");
                return (decision, Repeated: false);
            }
            catch (StreamVersionConflictException clash) when (attempt < Attempts && !streams.IsNamed(clash.Stream))
            {
                // Somebody appended between load and append: decide on what is there now.
            }
            catch (Exception error) when (decision.Unmoved is [var (stream, version), ..] && Unmoved.HasFailed(error))
            {
                if (attempt == Attempts) throw new StreamVersionConflictException(stream, version, error);
            }
            catch (DuplicateEventException) when (options.CausationId is not null)
            {
                EventStoreTelemetry.Decided<T>("unchanged");
                return (JointDecision.Nothing, Repeated: true);
            }

            if (attempt >= AtOnce) await Pause(attempt, cancellation);
        }
    }

    private static SqlBatch? Rows(JointDecision decision)
    {
        var held = decision.Unmoved.Where(read => decision.EventsOf(read.Stream).Count == 0).ToList();
        if (held.Count == 0) return decision.Rows;
        var rows = new SqlBatch();
        if (decision.Rows is { } along) rows.Add(along);
        foreach (var (stream, version) in held) Unmoved.Hold(rows, stream, version);
        return rows;
    }

    // Many at one stream draw apart, so that each comes to its turn within its attempts.
    private static Task Pause(int attempt, CancellationToken cancellation)
        => Task.Delay(Random.Shared.Next(Math.Min(1 << Math.Min(attempt, 10), LongestPauseInMilliseconds)) + 1, cancellation);
}
