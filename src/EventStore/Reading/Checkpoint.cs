using Npgsql;

namespace Campaign.EventStore;

/// <summary>Lock and stored position of a subscription, on the connection of the one who wants to be its reader.</summary>
internal sealed class Checkpoint(NpgsqlConnection connection, string name)
{
    // A position that is not where this reader left it is written a second time, which its key forbids: the batch ends there.
    private const string MoveOrFail =
        """
        WITH moved AS (
            UPDATE public.mt_event_progression SET last_seq_id = $3, last_updated = now() WHERE name = $1 AND last_seq_id = $2 RETURNING name)
        INSERT INTO public.mt_event_progression (name, last_seq_id) SELECT $1, $3 WHERE NOT EXISTS (SELECT FROM moved)
        """;

    private readonly string stored = StoredName(name);

    /// <summary>The key under which Marten, too, keeps the position.</summary>
    public static string StoredName(string name) => $"{name}:All";

    public async Task<bool> TryLock(CancellationToken cancellation)
        => (bool)(await Scalar("SELECT pg_try_advisory_lock(hashtextextended('campaign:subscription:' || $1, 0))", cancellation))!;

    public async Task<long> Read(CancellationToken cancellation)
    {
        await Scalar("INSERT INTO public.mt_event_progression (name, last_seq_id) VALUES ($1, 0) ON CONFLICT DO NOTHING", cancellation);
        return (long)(await Scalar("SELECT last_seq_id FROM public.mt_event_progression WHERE name = $1", cancellation))!;
    }

    /// <summary>Commits the writes of a page and the new position, or neither when somebody else moved it meanwhile.</summary>
    public async Task Move(long from, long to, SqlBatch writes, CancellationToken cancellation)
    {
        var sql = new SqlBatch();
        // A position that a crash of the server forgets brings the page again, which is promised anyway; rows are not forgotten.
        if (writes.IsEmpty) sql.Add("SELECT set_config('synchronous_commit', 'off', true)");
        sql.Add(MoveOrFail, stored, from, to);
        sql.Add(writes);
        await sql.Execute(connection, cancellation);
    }

    /// <summary>The position is not what this reader left it at: a rebuild or another reader was here.</summary>
    public static bool IsMovedByAnother(PostgresException error)
        => error is { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "pk_mt_event_progression" };

    /// <summary>Puts a subscription at a position, whoever reads it; the reader notices with its next page.</summary>
    public static void Set(string name, long position, SqlBatch sql) => sql.Add(
        """
        INSERT INTO public.mt_event_progression (name, last_seq_id) VALUES ($1, $2)
        ON CONFLICT (name) DO UPDATE SET last_seq_id = excluded.last_seq_id, last_updated = now()
        """,
        StoredName(name), position);

    private async Task<object?> Scalar(string sql, CancellationToken cancellation)
    {
        await using var command =
            new NpgsqlCommand(sql, connection) { Parameters = { new NpgsqlParameter<string> { TypedValue = stored } } };
        return await command.ExecuteScalarAsync(cancellation);
    }
}
