using Marten.Exceptions;
using Npgsql;

namespace Campaign.EventStore.OnMarten;

/// <summary>Many appends in one session where many come at once; a clash is still the result of the one append that it befell.</summary>
internal sealed class AppendBatcher : IDisposable
{
    /// <summary>
    /// So many sessions of one append each: a new connection is prepared while its thread waits, and as many as callers would leave no
    /// thread to those who open one.
    /// </summary>
    private const int AloneAtOnce = 16;

    private const int Attempts = 8; // Where many make the same new streams in opposite order, a few are the victim several times.

    /// <summary>One that waits for somebody's lock must not keep the others waiting.</summary>
    private const string LockTimeout = "100ms";

    private readonly AppendSession session;
    private readonly StreamVersions versions;
    private readonly SemaphoreSlim alone = new(AloneAtOnce);
    private readonly RequestBatcher<PendingAppend> batcher;

    public AppendBatcher(AppendSession session, StreamVersions versions)
    {
        (this.session, this.versions) = (session, versions);
        // A session costs more than what it carries: groups follow each other, and wait for no lock of one another.
        batcher = new(CommitTogether, mostCarriers: 1);
    }

    public void Dispose() => alone.Dispose();

    public Task Commit(PendingAppend append, CancellationToken cancellation)
        => batcher.Serve(append, CommitAlone, mayWait: append.Streams.Count == 1, cancellation);

    private async Task CommitAlone(PendingAppend append, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await Alone(append, cancellation);
                return;
            }
            catch (PostgresException e) when (AppendErrors.IsDeadlock(e) && attempt < Attempts)
            {
                // The rows of two appends met in opposite order; nothing of this one was committed.
            }
            catch (Exception e) when (AppendErrors.IsDuplicate(e))
            {
                throw new DuplicateEventException(e);
            }
            catch (InvalidStreamOperationException e)
            {
                throw new StreamArchivedException(append.Only.Stream, e);
            }
            catch (Exception e) when (AppendErrors.IsClash(e))
            {
                var clashed = (await versions.Stale([.. append.Streams.DistinctBy(stream => stream.Stream)], cancellation))
                    .FirstOrDefault(append.Only);
                throw new StreamVersionConflictException(clashed.Stream, clashed.ExpectedVersion, e);
            }
        }
    }

    private async Task Alone(PendingAppend append, CancellationToken cancellation)
    {
        await alone.WaitAsync(cancellation);
        try
        {
            await session.Commit([append], lockTimeout: null, cancellation);
        }
        finally
        {
            alone.Release();
        }
    }

    /// <summary>Each stream once in a session: those who want the same one take turns, and by the second most have lost.</summary>
    private async Task CommitTogether(IReadOnlyList<PendingAppend> group)
    {
        var rest = group;
        while (rest.Count > 0)
        {
            var turn = rest.DistinctBy(append => append.Only.Stream).ToList();
            try
            {
                var clashed = !await TryCommit(turn);
                if (!clashed) rest = [.. rest.Except(turn)];
                if (rest.Count == 0) return;
                var going = await WithoutStale(rest);
                if (clashed && going.Count == rest.Count)
                    throw new InvalidOperationException("The session clashed, and none of its streams did.");
                rest = going;
            }
            catch (Exception e) when (e is PostgresException or (not NpgsqlException))
            {
                // One of them broke the transaction of all, or waits: each for itself, so that
                // the fault is its own, and not on the carrier's time.
                _ = Parallel.ForEachAsync(rest, new ParallelOptions { MaxDegreeOfParallelism = AloneAtOnce }, Finish);
                return;
            }
        }
    }

    /// <summary>False where one of them clashed, and nothing is committed then.</summary>
    private async Task<bool> TryCommit(List<PendingAppend> turn)
    {
        // In one order for everybody.
        var ordered = turn.OrderBy(append => append.Only.Stream.Tenant, StringComparer.Ordinal)
            .ThenBy(append => append.Only.Stream.Id).ToList();
        try
        {
            await session.Commit(ordered, LockTimeout, CancellationToken.None);
        }
        catch (Exception e) when (AppendErrors.IsClash(e))
        {
            return false;
        }

        foreach (var append in turn) append.Succeed();
        return true;
    }

    private async Task<IReadOnlyList<PendingAppend>> WithoutStale(IReadOnlyList<PendingAppend> rest)
    {
        var stale = (await versions.Stale([.. rest.Select(append => append.Only)], CancellationToken.None))
            .ToHashSet(ReferenceEqualityComparer.Instance);
        foreach (var append in rest.Where(append => stale.Contains(append.Only))) append.Conflict();
        return [.. rest.Where(append => !stale.Contains(append.Only))];
    }

    private async ValueTask Finish(PendingAppend append, CancellationToken cancellation)
    {
        try
        {
            await CommitAlone(append, cancellation);
            append.Succeed();
        }
        catch (Exception e)
        {
            append.Fail(e);
        }
    }
}
