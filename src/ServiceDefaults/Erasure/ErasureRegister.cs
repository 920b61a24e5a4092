using Dapper;
using Npgsql;

namespace Campaign.ServiceDefaults.Erasure;

/// <param name="RebuiltAt">When the lists showed it too; absent until then.</param>
internal sealed record ErasureRow(
    Guid Id, string Street, Guid[] Streams, string Reason, string AskedBy, DateTimeOffset AskedAt, DateTimeOffset? RebuiltAt);

/// <summary>What was erased, by whom and why; and what has still to follow.</summary>
internal sealed class ErasureRegister(NpgsqlDataSource database)
{
    private const string Columns = "id, street, streams, reason, asked_by, asked_at, rebuilt_at";

    /// <summary>Those of the ids that are streams of the street.</summary>
    public async Task<IReadOnlySet<Guid>> Known(string street, IReadOnlyList<Guid> streams, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return (await connection.QueryAsync<Guid>(new CommandDefinition(
            "SELECT id FROM public.mt_streams WHERE tenant_id = @street AND id = ANY (@streams)",
            new { street, streams = streams.ToArray() }, cancellationToken: cancellation))).ToHashSet();
    }

    /// <summary>Other streams of the street that name one of these: where the same text may have been written again.</summary>
    public async Task<IReadOnlyList<Guid>> Related(string street, IReadOnlyList<Guid> streams, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return (await connection.QueryAsync<Guid>(new CommandDefinition(
            """
            SELECT DISTINCT e.stream_id
            FROM public.mt_events e JOIN unnest(@streams) AS named (id) ON strpos(e.data::text, named.id::text) > 0
            WHERE e.tenant_id = @street AND e.stream_id <> ALL (@streams) AND e.type <> 'tombstone' ORDER BY 1
            """,
            new { street, streams = streams.ToArray() }, cancellationToken: cancellation))).AsList();
    }

    public async Task Add(ErasureRow row, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO app.erasures (id, street, streams, reason, asked_by, asked_at)
            VALUES (@Id, @Street, @Streams, @Reason, @AskedBy, @AskedAt) ON CONFLICT (id) DO NOTHING
            """,
            row, cancellationToken: cancellation));
    }

    /// <param name="streets">Only of these; null for all.</param>
    public Task<IReadOnlyList<ErasureRow>> Newest(string[]? streets, Guid? before, int most, CancellationToken cancellation) => Read(
        $"""
        SELECT {Columns} FROM app.erasures
        WHERE (@streets::text[] IS NULL OR street = ANY (@streets)) AND (@before::uuid IS NULL OR id < @before)
        ORDER BY id DESC LIMIT @most
        """,
        new { streets, before, most }, cancellation);

    public Task<IReadOnlyList<ErasureRow>> Open(CancellationToken cancellation) => Read(
        $"SELECT {Columns} FROM app.erasures WHERE rebuilt_at IS NULL ORDER BY asked_at", arguments: null, cancellation);

    public async Task Close(IEnumerable<ErasureRow> rows, DateTimeOffset at, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE app.erasures SET rebuilt_at = @at WHERE id = ANY (@ids)", new { at, ids = rows.Select(row => row.Id).ToArray() },
            cancellationToken: cancellation));
    }

    // By hand: Dapper finds no constructor for a record that has an array of ids.
    private async Task<IReadOnlyList<ErasureRow>> Read(string sql, object? arguments, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var reader = await connection.ExecuteReaderAsync(
            new CommandDefinition(sql, arguments, cancellationToken: cancellation));
        var rows = new List<ErasureRow>();
        while (await reader.ReadAsync(cancellation))
            rows.Add(new(
                reader.GetGuid(0), reader.GetString(1), reader.GetFieldValue<Guid[]>(2), reader.GetString(3), reader.GetString(4),
                reader.GetFieldValue<DateTimeOffset>(5), reader.IsDBNull(6) ? null : reader.GetFieldValue<DateTimeOffset>(6)));
        return rows;
    }
}
