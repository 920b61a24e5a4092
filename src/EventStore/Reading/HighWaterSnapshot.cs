using System.Data;
using Npgsql;

namespace Campaign.EventStore;

/// <summary>
/// Reads rows together with the number of the last event they hold, exactly: what is read is the fold of all events of the street up to
/// that number and of none above it. Whoever writes the number down can have the same rows again (<see cref="PointInTimeReplay"/>).
/// </summary>
public sealed class HighWaterSnapshot
{
    private const int Attempts = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private readonly NpgsqlDataSource database;

    internal HighWaterSnapshot(NpgsqlDataSource database) => this.database = database;

    /// <param name="read">Reads in one snapshot; is called again when events of the street came in between.</param>
    /// <exception cref="TimeoutException">The street never stood still for as long as a reading takes.</exception>
    public async Task<(T Rows, long Position)> Read<T>(string tenant, Func<NpgsqlConnection, Task<T>> read, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var gap = await SequenceGap.Detect(connection, cancellation);
            while (await gap.HeldBy(connection, cancellation) is not null) await Task.Delay(Pause, cancellation);

            await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
            if (!await HasNewer(connection, tenant, gap.Head, cancellation)) return (await read(connection), gap.Head);
        }

        throw new TimeoutException($"Street {tenant} never stood still.");
    }

    // The first statement of the transaction takes the snapshot in which everything else is read.
    private static async Task<bool> HasNewer(NpgsqlConnection connection, string tenant, long head, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            "SELECT EXISTS (SELECT FROM public.mt_events WHERE seq_id > $1 AND tenant_id = $2 AND type <> 'tombstone')", connection)
        {
            Parameters = { new NpgsqlParameter<long> { TypedValue = head }, new NpgsqlParameter<string> { TypedValue = tenant } },
        };
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }
}
