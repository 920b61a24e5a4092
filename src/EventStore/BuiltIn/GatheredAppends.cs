using Npgsql;

namespace Campaign.EventStore.BuiltIn;

/// <summary>Many appends in one transaction where many come at once; a clash is still the result of the one append that it befell.</summary>
internal sealed class GatheredAppends
{
    private const int AloneAtOnce = 8;

    /// <summary>One that waits for somebody's lock must not keep the others waiting.</summary>
    private const string Patience = "100ms";

    private readonly NpgsqlDataSource database;
    private readonly EventTypes types;
    private readonly Gathering<PendingAppend> gathering;

    public GatheredAppends(NpgsqlDataSource database, EventTypes types)
    {
        (this.database, this.types) = (database, types);
        gathering = new(CommitTogether);
    }

    public Task Commit(PendingAppend append, CancellationToken cancellation) =>
        gathering.Serve(append, (item, stop) => item.Commit(database, types, stop), mayWait: append.Appends.Count == 1, cancellation);

    private async Task CommitTogether(IReadOnlyList<PendingAppend> group)
    {
        try
        {
            if (!await TryCommitAll(group)) await CommitWithoutThoseThatClash(group);
        }
        catch (PostgresException)
        {
            // One of them broke the transaction of all, or waits: each for itself, so that the fault is its own, and not on the carrier's time.
            _ = Parallel.ForEachAsync(group, new ParallelOptions { MaxDegreeOfParallelism = AloneAtOnce }, CommitAlone);
        }
    }

    /// <summary>In one round trip; false where one of them clashed, and nothing is committed then.</summary>
    private async Task<bool> TryCommitAll(IReadOnlyList<PendingAppend> group)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(Append(group, strict: true));
        Statements(group).AddTo(batch);
        try
        {
            await batch.ExecuteNonQueryAsync();
        }
        catch (PostgresException e) when (e.SqlState is AppendErrors.VersionClash)
        {
            return false;
        }

        foreach (var append in group) append.Succeed();
        return true;
    }

    private async Task CommitWithoutThoseThatClash(IReadOnlyList<PendingAppend> group)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Append(group, strict: false) } };
        var clashed = ((int[])(await batch.ExecuteScalarAsync())!).ToHashSet();
        await Statements(group.Where((_, i) => !clashed.Contains(i + 1))).Execute(connection, CancellationToken.None);
        await transaction.CommitAsync();

        for (var i = 0; i < group.Count; i++)
        {
            var append = group[i].Appends[0];
            if (clashed.Contains(i + 1)) group[i].Fail(new StreamVersionConflictException(append.Stream, append.ExpectedVersion));
            else group[i].Succeed();
        }
    }

    private NpgsqlBatchCommand Append(IReadOnlyList<PendingAppend> group, bool strict) =>
        AppendCommand.Of([.. group.Select(append => (append.Appends[0], append.Metadata))], types, strict, Patience);

    private static SqlBatch Statements(IEnumerable<PendingAppend> group)
    {
        var statements = new SqlBatch();
        foreach (var append in group) statements.Add(append.Statements);
        return statements;
    }

    private async ValueTask CommitAlone(PendingAppend append, CancellationToken cancellation)
    {
        try
        {
            await append.Commit(database, types, cancellation);
            append.Succeed();
        }
        catch (Exception e)
        {
            append.Fail(e);
        }
    }
}
