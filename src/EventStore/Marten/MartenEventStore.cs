namespace Campaign.EventStore.OnMarten;

/// <summary>The door: Marten appends, many callers sharing a session; streams are read from its tables, many in one round trip.</summary>
internal sealed class MartenEventStore(
    AppendBatcher appends, ReadBatcher reads, EventTypes types, InlineProjections inline, AppendSignal signal) : IEventStore
{
    public async Task<StreamState<T>> Load<T>(StreamId<T> stream, CancellationToken cancellation) where T : class, IAggregate<T>
    {
        var (state, version) = (T.Initial, 0L);
        foreach (var row in await reads.Read(stream, cancellation))
            (state, version) = (state.Evolve(types.Read(row.Type, row.Data)), row.Version);
        return new(state, version);
    }

    public async Task<IReadOnlyList<RecordedEvent>> Read(StreamId stream, CancellationToken cancellation)
        => [.. (await reads.Read(stream, cancellation)).Select(row => row.Decode(types))];

    public async Task Append(
        IReadOnlyList<StreamAppend> streams, EventMetadata metadata, CancellationToken cancellation, SqlBatch? alongside = null)
    {
        StreamAppend.Check(streams);
        // Marten would store an event that was never registered, under a name of its own.
        foreach (var e in streams.SelectMany(append => append.Events)) types.NameOf(e.Data.GetType());
        using var telemetry = EventStoreTelemetry.Append(streams);
        var statements = inline.Of(streams, metadata);
        if (alongside is not null) statements.Add(alongside);

        await appends.Commit(new(streams, metadata, statements), cancellation);
        signal.Signal();
    }
}
