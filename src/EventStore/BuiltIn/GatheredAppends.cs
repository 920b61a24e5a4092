using System.Collections.Concurrent;
using Npgsql;

namespace Campaign.EventStore.BuiltIn;

/// <summary>
/// Few callers append each for itself. Where more come than the server commits side by side, two writers carry what has
/// come in the meantime in one transaction each; a clash is still the result of the one append that it befell.
/// </summary>
internal sealed class GatheredAppends(NpgsqlDataSource database, EventTypes types)
{
    private const int SideBySide = 8;
    private const int MostWriters = 2;
    private const int MostTogether = 128;

    private readonly ConcurrentQueue<PendingAppend> waiting = new();
    private int callers;
    private int writers;

    public async Task Commit(PendingAppend append, CancellationToken cancellation)
    {
        try
        {
            if (Interlocked.Increment(ref callers) <= SideBySide || append.Appends.Count > 1)
            {
                await append.Commit(database, types, cancellation);
                return;
            }

            waiting.Enqueue(append);
            StartWriter();
            await append.Committed.WaitAsync(cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref callers);
        }
    }

    private void StartWriter()
    {
        if (Interlocked.Increment(ref writers) <= MostWriters) _ = Task.Run(Write);
        else Interlocked.Decrement(ref writers);
    }

    private async Task Write()
    {
        while (Take() is { Count: > 0 } group)
        {
            try
            {
                await CommitTogether(group);
            }
            catch (PostgresException)
            {
                // One of them broke the transaction of all: each for itself, so that the fault is its own.
                await Parallel.ForEachAsync(group, new ParallelOptions { MaxDegreeOfParallelism = SideBySide }, CommitAlone);
            }
            catch (Exception e)
            {
                foreach (var append in group) append.Fail(e);
            }
        }

        Interlocked.Decrement(ref writers);
        // One that came after the last look found both writers at work.
        if (!waiting.IsEmpty) StartWriter();
    }

    private List<PendingAppend> Take()
    {
        var group = new List<PendingAppend>();
        while (group.Count < MostTogether && waiting.TryDequeue(out var append)) group.Add(append);
        return group;
    }

    private async Task CommitTogether(List<PendingAppend> group)
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
