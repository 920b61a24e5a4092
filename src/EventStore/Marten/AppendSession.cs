using System.Runtime.ExceptionServices;
using JasperFx.Events;
using Marten;
using Marten.Services;
using Npgsql;

namespace Campaign.EventStore.OnMarten;

/// <summary>One Marten session for the appends of one or many callers, one transaction, one round trip.</summary>
internal sealed class AppendSession(IDocumentStore marten, NpgsqlDataSource database)
{
    private readonly IEventRegistry events = (IEventRegistry)marten.Options.Events;

    /// <summary>All of it or nothing. The error of PostgreSQL comes out as it is, whatever Marten wrapped it in.</summary>
    /// <param name="lockTimeout">How long to wait for somebody's lock, as PostgreSQL writes it; null for as long as it takes.</param>
    public async Task Commit(IReadOnlyList<PendingAppend> appends, string? lockTimeout, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var session = marten.LightweightSession(SessionOptions.ForTransaction(transaction));
        session.Logger = PreparingLogger.Instance;
        if (lockTimeout is not null)
            session.QueueOperation(new SqlOperation("SELECT set_config('lock_timeout', $1, true)", [lockTimeout], goesFirst: true));
        var statements = new SqlBatch();
        foreach (var append in appends)
        {
            if (StreamLocks.Of(append.Streams) is { } locks) session.QueueOperation(locks);
            foreach (var stream in Steps.Joined(append)) session.PendingChanges.Streams().Add(Action(stream));
            statements.Add(append.Statements);
        }

        foreach (var (sql, arguments) in statements.WithHints()) session.QueueOperation(new SqlOperation(sql, arguments));
        // Marten leaves the transaction to its owner: the commit travels with the statements instead of after them.
        session.QueueOperation(new SqlOperation("commit", []));
        try
        {
            await session.SaveChangesAsync(cancellation);
        }
        catch (Exception e)
        {
            var cause = AppendErrors.Cause(e);
            // What neither PostgreSQL nor Marten nor the caller has said may have left the connection in a state that nobody knows: it is
            // not used again. One that broke is not in any case.
            if (cause is null && e is not UnstorableArgumentException && !cancellation.IsCancellationRequested)
                NpgsqlConnection.ClearPool(connection);
            if (cause is null || cause == e) throw;
            ExceptionDispatchInfo.Throw(cause);
        }
    }

    private StreamAction Action(Steps stream)
    {
        var action = StreamAction.Append(events, stream.First.Stream.Id, [.. stream.Events.Select(step => step.Event.Data)]);
        action.TenantId = stream.First.Stream.Tenant;
        action.AggregateType = stream.First.AggregateType;
        action.ExpectedVersionOnServer = stream.First.ExpectedVersion;
        for (var i = 0; i < stream.Events.Count; i++)
        {
            var ((id, _), (correlation, causation, user, trace)) = stream.Events[i];
            var e = action.Events[i];
            (e.Id, e.CorrelationId, e.CausationId, e.UserName) = (id, correlation, causation, user);
            if (trace is not null) e.SetHeader(EventRow.TraceParent, trace);
        }

        return action;
    }
}
