using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Npgsql;

namespace Campaign.Inspections.Findings;

internal sealed class OverdueWatch(IEventStore store, NpgsqlDataSource database, TimeProvider clock, ILogger<OverdueWatch> log)
    : DeadlineWatch<Finding>(store, database, clock, log)
{
    protected override string PastDue =>
        """
        SELECT street, id FROM findings
        WHERE due < @now AND status IN ('Routed', 'Accepted', 'Reported') AND NOT overdue
        ORDER BY due LIMIT @PageSize
        """;

    protected override Decision Decide(Finding finding, DateTimeOffset now) => new BecomeOverdue(now).Decide(finding);
}
