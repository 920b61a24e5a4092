using Campaign.EventStore;
using Dapper;
using Npgsql;

namespace Campaign.Inspections.Findings;

/// <summary>超期: once per deadline, as of the deadline, whenever the watch comes to it.</summary>
internal sealed record BecomeOverdue(DateTimeOffset Now)
{
    public Decision Decide(Finding finding) => Deadline.Missed(finding, Now) is { } missed ? Decision.Of(missed) : Decision.Nothing;
}

internal static class Deadline
{
    /// <summary>The fact that a deadline has passed by <paramref name="at"/>, unless it was stated already.</summary>
    public static FindingBecameOverdue? Missed(Finding finding, DateTimeOffset at) =>
        finding is { IsWithUnit: true, Overdue: false, Due: { } due } && due < at
            ? new(finding.CaseNumber, finding.Round, finding.Unit, due)
            : null;

    /// <summary>What happens after a missed deadline comes after that fact, whether or not the watch was there in time.</summary>
    public static Decision OverdueThen(this Finding finding, DateTimeOffset at, object then) =>
        Missed(finding, at) is { } missed ? Decision.Of(missed, then) : Decision.Of(then);
}

/// <summary>Looks for deadlines that have passed. Any number of instances may look: the decision yields the event once.</summary>
internal sealed class OverdueWatch(IEventStore store, NpgsqlDataSource database, TimeProvider clock, ILogger<OverdueWatch> log) : BackgroundService
{
    private const int PageSize = 500;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Sweep(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(failure, "Overdue sweep failed; the next one starts over");
            }
        }
    }

    internal async Task Sweep(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var due = await connection.QueryAsync<(string Street, Guid Id)>(new CommandDefinition(
            """
            SELECT street, id FROM findings
            WHERE due < @now AND status IN ('Routed', 'Accepted', 'Reported') AND NOT overdue
            ORDER BY due LIMIT @PageSize
            """,
            new { now, PageSize }, cancellationToken: cancellation));
        foreach (var (street, id) in due)
            await store.Transact<Finding>(new StreamId(street, id), new BecomeOverdue(now).Decide, TransactOptions.None, cancellation);
    }
}
