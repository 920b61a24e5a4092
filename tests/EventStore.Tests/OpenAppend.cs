using Npgsql;

namespace Campaign.EventStore.Tests;

/// <summary>An append held open between its statements, as a slow or dying writer would leave it.</summary>
internal sealed class OpenAppend : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlTransaction transaction;

    private OpenAppend(NpgsqlConnection connection, NpgsqlTransaction transaction)
        => (this.connection, this.transaction) = (connection, transaction);

    public StreamId<Case> Stream { get; } = Cases.New();

    private long Sequence { get; set; }

    /// <summary>The stream's row is written: the transaction has its id, but no sequence number yet.</summary>
    public static async Task<OpenAppend> WithStream(NpgsqlDataSource database)
    {
        var append = await Begin(database);
        await append.Scalar(
            "INSERT INTO mt_streams (tenant_id, id, type, version) VALUES ($1, $2, 'case', 1)", append.Stream.Tenant, append.Stream.Id);
        return append;
    }

    /// <summary>A writer that, like Marten's own append to an existing stream, takes a number before it has a transaction id.</summary>
    public static async Task<OpenAppend> WithNumberOnly(NpgsqlDataSource database)
    {
        var append = await Begin(database);
        await append.TakeNumber();
        return append;
    }

    public static async Task<OpenAppend> WithNumber(NpgsqlDataSource database)
    {
        var append = await WithStream(database);
        await append.TakeNumber();
        return append;
    }

    private static async Task<OpenAppend> Begin(NpgsqlDataSource database)
    {
        var opened = await database.OpenConnectionAsync();
        return new(opened, await opened.BeginTransactionAsync());
    }

    public async Task TakeNumber() => Sequence = (long)(await Scalar("SELECT nextval('mt_events_sequence')"))!;

    public async Task WriteEvent() => await Scalar(
        """
        INSERT INTO mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id)
        VALUES ($1, gen_random_uuid(), $2, 1, '{"text": "late", "weight": 1}', 'case_noted', now(), $3)
        """,
        Sequence, Stream.Id, Stream.Tenant);

    public async Task Commit()
    {
        await WriteEvent();
        await transaction.CommitAsync();
    }

    public Task Rollback() => transaction.RollbackAsync();

    public async Task<object?> Scalar(string sql, params object[] arguments)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var argument in arguments) command.Parameters.Add(new NpgsqlParameter { Value = argument });
        return await command.ExecuteScalarAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }
}
