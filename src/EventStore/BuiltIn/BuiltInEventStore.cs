using Npgsql;

namespace Campaign.EventStore.BuiltIn;

/// <summary>The door on Npgsql.</summary>
internal sealed class BuiltInEventStore(NpgsqlDataSource database, EventTypes types, InlineProjections inline, Appended appended)
    : IEventStore
{
    private readonly GatheredAppends appendings = new(database, types);
    private readonly GatheredReads readings = new(database);

    public async Task<Loaded<T>> Load<T>(StreamId stream, CancellationToken cancellation) where T : class, IAggregate<T>
    {
        var (state, version) = (T.Initial, 0L);
        foreach (var row in await readings.Read(stream, cancellation)) (state, version) = (state.Evolve(types.Read(row.Type, row.Data)), row.Version);
        return new(state, version);
    }

    public async Task<IReadOnlyList<RecordedEvent>> Read(StreamId stream, CancellationToken cancellation)
        => [.. (await readings.Read(stream, cancellation)).Select(row => row.Decode(types))];

    public async Task Append(
        IReadOnlyList<StreamAppend> appends, EventMetadata metadata, CancellationToken cancellation, SqlBatch? alongside = null)
    {
        StreamAppend.Check(appends);
        using var telemetry = EventStoreTelemetry.Append(appends);
        var statements = inline.Of(appends, metadata);
        if (alongside is not null) statements.Add(alongside);

        await appendings.Commit(new(appends, metadata, statements), cancellation);
        appended.Signal();
    }
}
