namespace Campaign.EventStore;

/// <summary>
/// SQL statements that travel and commit together with an append or with the position of a subscription.
/// Arguments are positional: <c>$1</c>, <c>$2</c> …
/// </summary>
public sealed class SqlBatch
{
    private readonly List<SqlStatement> statements = [];

    public IReadOnlyList<SqlStatement> Statements => statements;

    public void Add(string sql, params object?[] arguments) => statements.Add(new SqlStatement(sql, arguments));
}

public sealed record SqlStatement(string Sql, IReadOnlyList<object?> Arguments);
