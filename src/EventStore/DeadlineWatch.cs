using Dapper;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Campaign.EventStore;

/// <summary>
/// Looks for deadlines that have passed. What is seen in the read model is decided on the stream, so any number of instances may look:
/// the decision yields the event once.
/// </summary>
public abstract class DeadlineWatch<T>(IEventStore store, NpgsqlDataSource database, TimeProvider clock, ILogger log)
    : PeriodicSweep(clock, log, Interval)
    where T : class, IAggregate<T>
{
    private const int PageSize = 500;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Selects <c>street, id</c> of what was due before <c>@now</c>, at most <c>@PageSize</c> of them, the longest overdue first.
    /// </summary>
    protected abstract string PastDue { get; }

    protected abstract Decision Decide(T state, DateTimeOffset now);

    public override async Task Sweep(CancellationToken cancellation)
    {
        var now = Now;
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var streams = await connection.QueryAsync<(string Street, Guid Id)>(
            new CommandDefinition(PastDue, new { now, PageSize }, cancellationToken: cancellation));
        foreach (var (street, id) in streams)
            await store.Transact(new StreamId<T>(street, id), state => Decide(state, now), TransactOptions.None, cancellation);
    }
}
