using Npgsql;

namespace Campaign.EventStore.BuiltIn;

/// <summary>The door on Npgsql.</summary>
internal sealed class BuiltInEventStore(NpgsqlDataSource database, EventTypes types, InlineProjections inline, Appended appended)
    : IEventStore
{
    private const string StreamEvents =
        $"select {EventRow.Columns} from public.mt_events where tenant_id = $1 and stream_id = $2 order by version";

    private readonly GatheredAppends appendings = new(database, types);

    public async Task<Loaded<T>> Load<T>(StreamId stream, CancellationToken cancellation) where T : class, IAggregate<T>
    {
        var (state, version) = (T.Initial, 0L);
        foreach (var row in await Rows(stream, cancellation)) (state, version) = (state.Evolve(types.Read(row.Type, row.Data)), row.Version);
        return new(state, version);
    }

    public async Task<IReadOnlyList<RecordedEvent>> Read(StreamId stream, CancellationToken cancellation)
        => [.. (await Rows(stream, cancellation)).Select(row => row.Decode(types))];

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

    private async Task<List<EventRow>> Rows(StreamId stream, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(StreamEvents);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = stream.Tenant });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = stream.Id });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<EventRow>();
        while (await reader.ReadAsync(cancellation)) rows.Add(EventRow.From(reader));
        return rows;
    }
}
