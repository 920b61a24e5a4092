using Npgsql;

namespace Campaign.EventStore;

/// <summary>The read tables of one street as they once were, made anew from its events in temporary tables that nobody else sees.</summary>
public sealed class PointInTimeReplay
{
    private readonly DedicatedConnections connections;
    private readonly IProjection[] projections;
    private readonly SchemaScript[] scripts;
    private readonly EventTypes types;
    private readonly EventStoreOptions options;

    internal PointInTimeReplay(
        DedicatedConnections connections, IEnumerable<RegisteredProjection> projections, SchemaUpdate schema, EventTypes types,
        EventStoreOptions options)
        => (this.connections, this.projections, scripts, this.types, this.options)
            = (connections, [.. projections.Select(p => p.Projection)], [.. schema.Scripts.Where(s => s.Rebuildable)], types, options);

    /// <summary>Empty tables, before the street's first event.</summary>
    public async Task<Replay> Of(string tenant, CancellationToken cancellation)
    {
        var connection = await connections.Open(cancellation, "pg_temp,app,public");
        try
        {
            foreach (var script in scripts)
            {
                await using var command = new NpgsqlCommand(script.Sql, connection);
                await command.ExecuteNonQueryAsync(cancellation);
            }

            return new Replay(connection, tenant, projections, types, options.PageSize);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}

/// <summary>A street's tables on their way through time; gone when disposed.</summary>
public sealed class Replay : IAsyncDisposable
{
    private const string Page =
        $"SELECT {EventRow.Columns} FROM public.mt_events WHERE tenant_id = $1 AND seq_id > $2 AND seq_id <= $3 AND type <> '{EventRow.Tombstone}' ORDER BY seq_id LIMIT $4";

    private readonly string tenant;
    private readonly IProjection[] projections;
    private readonly EventTypes types;
    private readonly int pageSize;
    private long position;

    internal Replay(NpgsqlConnection connection, string tenant, IProjection[] projections, EventTypes types, int pageSize)
        => (Connection, this.tenant, this.projections, this.types, this.pageSize) = (connection, tenant, projections, types, pageSize);

    /// <summary>Unqualified names of read tables mean the past ones.</summary>
    public NpgsqlConnection Connection { get; }

    /// <summary>On to the moment at which this was the last event; never back. Below it nothing may still be in flight.</summary>
    public async Task AdvanceTo(long horizon, CancellationToken cancellation)
    {
        while (await Next(horizon, cancellation) is { Count: > 0 } events)
        {
            var sql = new SqlBatch();
            foreach (var @event in events)
            {
                foreach (var projection in projections) projection.Project(@event, sql);
            }

            await sql.Execute(Connection, cancellation);
            position = events[^1].Sequence;
        }
    }

    public ValueTask DisposeAsync() => Connection.DisposeAsync();

    private async Task<IReadOnlyList<RecordedEvent>> Next(long horizon, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Page, Connection)
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = tenant }, new NpgsqlParameter<long> { TypedValue = position },
                new NpgsqlParameter<long> { TypedValue = horizon }, new NpgsqlParameter<int> { TypedValue = pageSize },
            },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var events = new List<RecordedEvent>();
        while (await reader.ReadAsync(cancellation)) events.Add(EventRow.From(reader).Decode(types));
        return events;
    }
}
