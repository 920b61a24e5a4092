using Npgsql;
using NpgsqlTypes;

namespace Campaign.EventStore;

/// <summary>The events of a stream in order; those of many streams in one round trip where many ask at once.</summary>
internal sealed class ReadBatcher
{
    private const string One =
        $"SELECT {EventRow.Columns} FROM public.mt_events WHERE tenant_id = $1 AND stream_id = $2 ORDER BY version";

    private const string Many =
        $"""
        SELECT {EventRow.Columns}
        FROM (SELECT DISTINCT * FROM unnest($1, $2) AS asked (tenant, stream)) asked
        CROSS JOIN LATERAL (SELECT * FROM public.mt_events WHERE tenant_id = asked.tenant AND stream_id = asked.stream OFFSET 0) events
        ORDER BY version
        """;

    private readonly NpgsqlDataSource database;
    private readonly RequestBatcher<PendingRead> batcher;

    public ReadBatcher(NpgsqlDataSource database)
    {
        this.database = database;
        batcher = new(ReadTogether);
    }

    public async Task<IReadOnlyList<EventRow>> Read(StreamId stream, CancellationToken cancellation)
    {
        var read = new PendingRead(stream);
        await batcher.Serve(read, ReadAlone, mayWait: true, cancellation);
        return read.Rows;
    }

    private async Task ReadAlone(PendingRead read, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var command = new NpgsqlCommand(One, connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = read.Stream.Tenant });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = read.Stream.Id });
        await command.PrepareAsync(cancellation);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<EventRow>();
        while (await reader.ReadAsync(cancellation)) rows.Add(EventRow.From(reader));
        read.Rows = rows;
    }

    private async Task ReadTogether(IReadOnlyList<PendingRead> reads)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(Many, connection);
        command.Parameters.Add(new NpgsqlParameter<string[]>
        {
            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Varchar,
            TypedValue = [.. reads.Select(read => read.Stream.Tenant)],
        });
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. reads.Select(read => read.Stream.Id)] });
        await command.PrepareAsync();
        var found = new Dictionary<StreamId, List<EventRow>>();
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                var row = EventRow.From(reader);
                var stream = new StreamId(row.Tenant, row.Stream);
                if (!found.TryGetValue(stream, out var rows)) found[stream] = rows = [];
                rows.Add(row);
            }
        }
        foreach (var read in reads)
        {
            read.Rows = found.GetValueOrDefault(read.Stream, []);
            read.Succeed();
        }
    }

    private sealed record PendingRead(StreamId Stream) : BatchedRequest
    {
        public IReadOnlyList<EventRow> Rows { get; set; } = [];
    }
}
