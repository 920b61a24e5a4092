using Microsoft.Extensions.Logging;
using Npgsql;

namespace Campaign.EventStore;

/// <summary>
/// Replays all events through all projections into fresh read tables and swaps them for the old ones. The service stays up:
/// queries see the old rows until the swap, and appends wait only while the last few events are replayed.
/// </summary>
public sealed partial class ProjectionRebuild
{
    private const string Next = "read_next";
    private const int PageSize = 2000;

    private readonly DedicatedConnections connections;
    private readonly RegisteredProjection[] projections;
    private readonly IReadOnlyList<SchemaScript> scripts;
    private readonly EventTypes types;
    private readonly ILogger<ProjectionRebuild> log;

    internal ProjectionRebuild(
        DedicatedConnections connections, IEnumerable<RegisteredProjection> projections, SchemaUpdate schema, EventTypes types,
        ILogger<ProjectionRebuild> log)
        => (this.connections, this.projections, scripts, this.types, this.log)
            = (connections, [.. projections], [.. schema.Scripts.Where(script => script.Rebuildable)], types, log);

    /// <returns>The number of events replayed.</returns>
    /// <exception cref="InvalidOperationException">Another rebuild of this database is running.</exception>
    public async Task<long> Run(CancellationToken cancellation)
    {
        await using var connection = await OpenNext(cancellation);
        if (!await TryLock(connection, cancellation)) throw new InvalidOperationException("A rebuild is running already.");
        return await Run(connection, cancellation);
    }

    /// <summary>False while another one runs.</summary>
    internal async Task<bool> TryRun(CancellationToken cancellation)
    {
        await using var connection = await OpenNext(cancellation);
        if (!await TryLock(connection, cancellation)) return false;
        await Run(connection, cancellation);
        return true;
    }

    private async Task<long> Run(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await MakeTables(connection, cancellation);
        await using var reading = await connections.Open(cancellation);
        await using var beside = await OpenNext(cancellation);

        var replay = new Replay(Position: 0, Events: 0);
        var reader = new EventReader(types, PageSize);
        do
        {
            replay = await CatchUp(reading, [connection, beside], reader, replay, cancellation);
        }
        while (!await TrySwap(reading, connection, replay, cancellation));

        await Execute(connection, "DROP SCHEMA IF EXISTS read_old CASCADE", cancellation);
        return replay.Events;
    }

    /// <summary>Whoever dies on the way begins anew, so nothing has to be on disk before the swap is.</summary>
    private async Task<NpgsqlConnection> OpenNext(CancellationToken cancellation)
    {
        var connection = await connections.OpenAsOwner(cancellation, $"{Next},app,public");
        await Execute(connection, "set synchronous_commit = off", cancellation);
        return connection;
    }

    private static async Task<bool> TryLock(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT pg_try_advisory_lock(hashtextextended('campaign:rebuild', 0))", connection);
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private async Task MakeTables(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await Execute(
            connection, $"DROP SCHEMA IF EXISTS read_old CASCADE; DROP SCHEMA IF EXISTS {Next} CASCADE; CREATE SCHEMA {Next}",
            cancellation);
        foreach (var script in scripts) await Execute(connection, script.Sql, cancellation);
    }

    /// <summary>While a page is written, the next one is read and turned into statements.</summary>
    private async Task<Replay> CatchUp(
        NpgsqlConnection reading, IReadOnlyList<NpgsqlConnection> writing, EventReader reader, Replay replay,
        CancellationToken cancellation)
    {
        var written = Task.CompletedTask;
        var next = reader.Next(reading, replay.Position, cancellation);
        try
        {
            while (await next is var (events, reached) && reached > replay.Position)
            {
                next = reader.Next(reading, reached, cancellation);
                var lanes = Rows(events).Lanes(writing.Count);
                await written;
                written = Task.WhenAll(lanes.Zip(writing, (lane, connection) => SqlBatch.Execute(lane, connection, cancellation)));
                replay = new(reached, replay.Events + events.Count);
                Replayed(log, replay.Events);
            }
        }
        finally
        {
            await Task.WhenAny(next);
            await Task.WhenAny(written);
        }

        await written;
        return replay;
    }

    private SqlBatch Rows(IReadOnlyList<RecordedEvent> events)
    {
        var sql = new SqlBatch();
        foreach (var @event in events)
        {
            foreach (var (projection, _) in projections) projection.Project(@event, sql);
        }

        return sql;
    }

    /// <summary>False when an append was in the way; everything is then as before.</summary>
    private async Task<bool> TrySwap(NpgsqlConnection reading, NpgsqlConnection connection, Replay replay, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        try
        {
            // Waits for the appends under way and holds back new ones, but does not let them queue up for long.
            await Execute(
                connection,
                """
                SET LOCAL synchronous_commit = on;
                SET LOCAL lock_timeout = '2s';
                LOCK TABLE public.mt_events IN SHARE ROW EXCLUSIVE MODE;
                SET LOCAL lock_timeout = 0
                """,
                cancellation);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.LockNotAvailable)
        {
            return false;
        }

        var reader = new EventReader(types, PageSize);
        var (position, _) = await CatchUp(reading, [connection], reader, replay, cancellation);
        if (reader.IsWaitingForGap) return false;

        var sql = new SqlBatch();
        foreach (var (projection, _) in projections.Where(p => p.Mode is ProjectionMode.Subscribed))
        {
            Checkpoint.Set(ProjectionSubscription.NameOf(projection), position, sql);
        }

        foreach (var script in scripts) SchemaUpdate.MarkApplied(script, sql);
        sql.Add("ALTER SCHEMA read RENAME TO read_old");
        sql.Add($"ALTER SCHEMA {Next} RENAME TO read");
        await sql.Execute(connection, cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private sealed record Replay(long Position, long Events);

    [LoggerMessage(Level = LogLevel.Information, Message = "Rebuild: {Events} events replayed")]
    private static partial void Replayed(ILogger log, long events);
}
