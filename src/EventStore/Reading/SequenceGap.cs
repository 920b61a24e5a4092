using Npgsql;

namespace Campaign.EventStore;

/// <summary>
/// A moment at which numbers up to a head were taken, some of them perhaps by transactions still in flight; and the evidence that tells
/// when none of those is left (ADR 1). Transactions of other databases hold none of these numbers, however old they are.
/// </summary>
/// <param name="Transaction">An id younger than that of every transaction that had taken a number below the head.</param>
/// <param name="Head">The highest number visible then: with the evidence, all below it are visible or dead.</param>
/// <param name="SequenceHolders">Transactions that had taken some number and were not finished.</param>
internal sealed record SequenceGap(long Transaction, long Head, string[] SequenceHolders)
{
    private const string SequenceLock = """
        relation = 'public.mt_events_sequence'::regclass AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
        """;

    // Whoever holds a number below the head has an older transaction id than the one assigned here; Marten's append
    // may take its number before an id, but holds a lock on the sequence from then to its end.
    private const string Sight = $"""
        SELECT pg_current_xact_id()::text::bigint, (SELECT coalesce(max(seq_id), 0) FROM public.mt_events),
            array(SELECT virtualtransaction FROM pg_locks WHERE {SequenceLock})
        """;

    // A prepared transaction has no process. The age of an id is how many were given since.
    private const string Holder = $"""
        WITH younger AS (SELECT age(($1 & 4294967295)::text::xid) AS age)
        SELECT h.pid, coalesce(a.application_name, h.name), coalesce(a.xact_start, h.since)
        FROM (
            SELECT pid, NULL AS name, NULL::timestamptz AS since FROM pg_stat_activity, younger
            WHERE datname = current_database() AND age(backend_xid) > younger.age
            UNION ALL SELECT pid, NULL, NULL FROM pg_locks WHERE {SequenceLock} AND virtualtransaction = ANY ($2)
            UNION ALL SELECT NULL, gid, prepared FROM pg_prepared_xacts, younger
            WHERE database = current_database() AND age(transaction) > younger.age) h
        LEFT JOIN pg_stat_activity a ON a.pid = h.pid
        LIMIT 1
        """;

    public static async Task<SequenceGap> Detect(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Sight, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return new(reader.GetInt64(0), reader.GetInt64(1), reader.GetFieldValue<string[]>(2));
    }

    /// <summary>One of those who may still commit a number below the head; null when nobody is left.</summary>
    public async Task<GapHolder?> HeldBy(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Holder, connection)
        {
            Parameters =
            {
                new NpgsqlParameter<long> { TypedValue = Transaction },
                new NpgsqlParameter<string[]> { TypedValue = SequenceHolders },
            },
        };
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return !await row.ReadAsync(cancellation)
            ? null
            : new(
                row.IsDBNull(0) ? null : row.GetInt32(0), row.IsDBNull(1) ? "" : row.GetString(1),
                row.IsDBNull(2) ? null : row.GetFieldValue<DateTimeOffset>(2));
    }
}

/// <summary>A transaction that a subscription waits for, because it may still commit an event below those that are visible.</summary>
/// <param name="Pid">The server's process; null for a prepared transaction.</param>
/// <param name="Application">Its <c>application_name</c>, or the name of the prepared transaction; may be empty.</param>
/// <param name="Since">When the transaction began; null where the server does not tell it to this role.</param>
public sealed record GapHolder(int? Pid, string Application, DateTimeOffset? Since);
