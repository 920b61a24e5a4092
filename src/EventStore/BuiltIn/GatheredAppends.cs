using Npgsql;

namespace Campaign.EventStore.BuiltIn;

/// <summary>Many appends in one transaction where many come at once; a clash is still the result of the one append that it befell.</summary>
internal sealed class GatheredAppends
{
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
            await CommitInOneTransaction(group);
        }
        catch (PostgresException)
        {
            // One of them broke the transaction of all: each for itself, so that the fault is its own.
            await Parallel.ForEachAsync(group, new ParallelOptions { MaxDegreeOfParallelism = Gathering<PendingAppend>.SideBySide }, CommitAlone);
        }
    }

    private async Task CommitInOneTransaction(IReadOnlyList<PendingAppend> group)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { AppendCommand.Of([.. group.Select(append => (append.Appends[0], append.Metadata))], types, strict: false) },
        };
        var clashed = ((int[])(await batch.ExecuteScalarAsync())!).ToHashSet();

        var statements = new SqlBatch();
        foreach (var append in group.Where((_, i) => !clashed.Contains(i + 1))) statements.Add(append.Statements);
        await statements.Execute(connection, CancellationToken.None);
        await transaction.CommitAsync();

        for (var i = 0; i < group.Count; i++)
        {
            var append = group[i].Appends[0];
            if (clashed.Contains(i + 1)) group[i].Fail(new StreamVersionConflictException(append.Stream, append.ExpectedVersion));
            else group[i].Succeed();
        }
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
