using Npgsql;

namespace Campaign.EventStore;

/// <summary>
/// SQL statements that travel and commit together with an append or with the position of a subscription.
/// Arguments are positional: <c>$1</c>, <c>$2</c> … A string that is meant as JSON is cast in the statement (<c>$3::jsonb</c>).
/// </summary>
public sealed class SqlBatch
{
    private readonly List<Entry> entries = [];

    public bool IsEmpty => entries.Count == 0;

    /// <summary>What is sent, in this order: rows of one text as one statement wherever that changes nothing.</summary>
    public IReadOnlyList<SqlStatement> Statements => new StatementBatcher(entries).Statements;

    /// <summary>
    /// The same for so many connections: what one stream writes goes by one of them, always the same. All goes by the first where a
    /// statement keeps its place among all others.
    /// </summary>
    internal IReadOnlyList<IReadOnlyList<SqlStatement>> Lanes(int count) =>
        entries.Exists(entry => entry is { Stream: null, Commutes: false })
        ? [Statements]
        : [.. from lane in Enumerable.Range(0, count)
              select new StatementBatcher(
                  [.. entries.Where(entry => (uint)(entry.Stream?.Id.GetHashCode() ?? 0) % count == lane)]).Statements];

    /// <summary>A statement that keeps its place among all others.</summary>
    public void Add(string sql, params object?[] arguments) => entries.Add(new(sql, arguments, Stream: null, Commutes: false));

    /// <summary>
    /// A row that only this stream's events write. It keeps its place among the rows of its stream and travels with those of other
    /// streams: the statement takes every argument as an array, with its type named, and has one element for each row
    /// (<c>… SELECT * FROM unnest($1::text[], $2::uuid[])</c>).
    /// </summary>
    public void AddRow(StreamId stream, string sql, params object?[] row) => entries.Add(new(sql, row, stream, Commutes: false));

    /// <summary>
    /// A row whose place does not matter: it travels with all others of its text, behind everything else. Where several rows mean the
    /// same one of the table, the statement adds them up; it takes its arguments as arrays.
    /// </summary>
    public void AddUnordered(string sql, params object?[] row) => entries.Add(new(sql, row, Stream: null, Commutes: true));

    internal void Add(SqlBatch other) => entries.AddRange(other.entries);

    /// <summary>One round trip; one transaction too, unless the connection is in one already.</summary>
    internal Task Execute(NpgsqlConnection connection, CancellationToken cancellation) => Execute(Statements, connection, cancellation);

    internal static async Task Execute(IReadOnlyList<SqlStatement> statements, NpgsqlConnection connection, CancellationToken cancellation)
    {
        if (statements.Count == 0) return;
        await using var batch = new NpgsqlBatch(connection);
        AddTo(batch, statements);
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>The statements, behind what tells PostgreSQL how to plan them; none where there are none.</summary>
    internal IEnumerable<SqlStatement> WithHints() => WithHints(Statements);

    private static void AddTo(NpgsqlBatch batch, IReadOnlyList<SqlStatement> statements)
    {
        foreach (var statement in WithHints(statements)) batch.BatchCommands.Add(statement.ToCommand());
    }

    private static IEnumerable<SqlStatement> WithHints(IReadOnlyList<SqlStatement> statements)
        => statements.Count == 0 ? [] : statements.Prepend(new(PlannerHints.Sql, []));

    internal sealed record Entry(string Sql, object?[] Arguments, StreamId? Stream, bool Commutes);
}

public sealed record SqlStatement(string Sql, IReadOnlyList<object?> Arguments)
{
    internal NpgsqlBatchCommand ToCommand()
    {
        var command = new NpgsqlBatchCommand(Sql);
        foreach (var argument in Arguments) command.Parameters.Add(new NpgsqlParameter { Value = ToPostgres(argument) });
        return command;
    }

    // timestamptz takes UTC only; enums are stored by name, as in the events. What fails here has not begun to be sent.
    internal static object ToPostgres(object? argument) => argument switch
    {
        null => DBNull.Value,
        string text => StorableArgument.Checked(text),
        IEnumerable<string?> texts => StorableArgument.Checked(texts),
        DateTimeOffset time => time.ToUniversalTime(),
        Enum value => value.ToString(),
        _ => argument,
    };
}
