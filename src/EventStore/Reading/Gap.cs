using Npgsql;

namespace Campaign.EventStore;

/// <summary>
/// A moment at which numbers up to a head were taken, some of them perhaps by transactions still in flight; and the evidence that tells
/// when none of those is left (ADR 1).
/// </summary>
/// <param name="Transaction">An id younger than that of every transaction that had taken a number below the head.</param>
/// <param name="Head">The highest number visible then: with the evidence, all below it are visible or dead.</param>
/// <param name="SequenceHolders">Transactions that had taken some number and were not finished.</param>
internal sealed record Gap(long Transaction, long Head, string[] SequenceHolders)
{
    private const string SequenceLock = """
        relation = 'public.mt_events_sequence'::regclass and database = (select oid from pg_database where datname = current_database())
        """;

    // Whoever holds a number below the head has an older transaction id than the one assigned here; Marten's own append
    // may take its number before an id, but holds a lock on the sequence from then to its end.
    private const string SeeGap = $"""
        select pg_current_xact_id()::text::bigint, (select coalesce(max(seq_id), 0) from public.mt_events),
            array(select virtualtransaction from pg_locks where {SequenceLock})
        """;

    private const string GapIsClosed = $"""
        select pg_snapshot_xmin(pg_current_snapshot())::text::bigint >= $1
            and not exists (select from pg_locks where {SequenceLock} and virtualtransaction = any ($2))
        """;

    public static async Task<Gap> See(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(SeeGap, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return new(reader.GetInt64(0), reader.GetInt64(1), reader.GetFieldValue<string[]>(2));
    }

    public async Task<bool> IsClosed(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(GapIsClosed, connection)
        {
            Parameters =
            {
                new NpgsqlParameter<long> { TypedValue = Transaction },
                new NpgsqlParameter<string[]> { TypedValue = SequenceHolders },
            },
        };
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }
}
