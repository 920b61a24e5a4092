using Npgsql;

namespace Campaign.EventStore;

/// <summary>
/// SQL statements that travel and commit together with an append or with the position of a subscription.
/// Arguments are positional: <c>$1</c>, <c>$2</c> … A string that is meant as JSON is cast in the statement (<c>$3::jsonb</c>).
/// </summary>
public sealed class SqlBatch
{
    private readonly List<SqlStatement> statements = [];

    public IReadOnlyList<SqlStatement> Statements => statements;

    public void Add(string sql, params object?[] arguments) => statements.Add(new SqlStatement(sql, arguments));

    internal void Add(SqlBatch other) => statements.AddRange(other.statements);

    /// <summary>One round trip; one transaction too, unless the connection is in one already.</summary>
    internal async Task Execute(NpgsqlConnection connection, CancellationToken cancellation)
    {
        if (statements.Count == 0) return;
        await using var batch = new NpgsqlBatch(connection);
        foreach (var statement in statements) batch.BatchCommands.Add(statement.ToCommand());
        await batch.ExecuteNonQueryAsync(cancellation);
    }
}

public sealed record SqlStatement(string Sql, IReadOnlyList<object?> Arguments)
{
    internal NpgsqlBatchCommand ToCommand()
    {
        var command = new NpgsqlBatchCommand(Sql);
        foreach (var argument in Arguments) command.Parameters.Add(new NpgsqlParameter { Value = ToPostgres(argument) });
        return command;
    }

    // timestamptz takes UTC only; enums are stored by name, as in the events.
    private static object ToPostgres(object? argument) => argument switch
    {
        null => DBNull.Value,
        DateTimeOffset time => time.ToUniversalTime(),
        Enum value => value.ToString(),
        _ => argument,
    };
}
