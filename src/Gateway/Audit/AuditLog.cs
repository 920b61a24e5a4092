using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Gateway.Audit;

/// <summary>
/// For what has no transaction of its own in this database, as tokens and what services answer. Whoever comes while one writes is written
/// by the next together with all others that wait: many readers cost one lock and one commit.
/// </summary>
internal sealed class AuditLog(IDbContextFactory<GatewayDb> databases, TimeProvider clock) : IDisposable
{
    private const int MostAtOnce = 500;
    private readonly ConcurrentQueue<Waiting> pending = new();
    private readonly SemaphoreSlim turn = new(1, 1);

    private sealed record Waiting(AuditEvent Event, TaskCompletionSource Kept);

    /// <summary>Returns when it is kept. Cannot be called off: who hangs up has asked all the same.</summary>
    public async Task Append(AuditEvent what)
    {
        var mine = new Waiting(what, new(TaskCreationOptions.RunContinuationsAsynchronously));
        pending.Enqueue(mine);
        await turn.WaitAsync(CancellationToken.None);
        try
        {
            while (!mine.Kept.Task.IsCompleted) await WriteBatch();
        }
        finally
        {
            turn.Release();
        }
        await mine.Kept.Task;
    }

    public void Dispose() => turn.Dispose();

    private async Task WriteBatch()
    {
        var batch = new List<Waiting>();
        while (batch.Count < MostAtOnce && pending.TryDequeue(out var next)) batch.Add(next);
        try
        {
            await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
            await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
            await AuditChain.Append(db, [.. batch.Select(waiting => waiting.Event)], clock.GetUtcNow(), CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch (Exception e)
        {
            // Each of those who wait sees it; none may wait for ever.
            foreach (var waiting in batch) waiting.Kept.TrySetException(e);
            return;
        }
        foreach (var waiting in batch) waiting.Kept.TrySetResult();
    }
}
