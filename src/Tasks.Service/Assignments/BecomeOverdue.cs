using Campaign.EventStore;
using Dapper;
using Npgsql;

namespace Campaign.Tasks.Assignments;

/// <summary>超期: once per deadline, as of the deadline. Whether a rectification is late, its case says.</summary>
internal sealed record BecomeOverdue(DateTimeOffset Now)
{
    public Decision Decide(Assignment assignment) => assignment is { IsRectification: false, IsOpen: true, Overdue: false, Due: { } due } && due < Now
        ? Decision.Of(new AssignmentBecameOverdue(assignment.Kind, assignment.Title, assignment.Unit, due))
        : Decision.Nothing;
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
            SELECT street, id FROM assignments
            WHERE due < @now AND kind <> 'Rectification' AND status IN ('Issued', 'Acknowledged', 'Submitted', 'Returned')
              AND exceeded_due IS DISTINCT FROM due
            ORDER BY due LIMIT @PageSize
            """,
            new { now, PageSize }, cancellationToken: cancellation));
        foreach (var (street, id) in due)
            await store.Transact<Assignment>(new StreamId(street, id), new BecomeOverdue(now).Decide, TransactOptions.None, cancellation);
    }
}
