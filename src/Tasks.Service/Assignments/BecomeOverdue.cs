using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Npgsql;

namespace Campaign.Tasks.Assignments;

/// <summary>超期: once per deadline, as of the deadline. Whether a rectification is late, its case says.</summary>
internal sealed record BecomeOverdue(DateTimeOffset Now)
{
    public Decision Decide(Assignment assignment) => assignment is { IsRectification: false, IsOpen: true, Overdue: false, Due: { } due } && due < Now
        ? Decision.Of(new AssignmentBecameOverdue(assignment.Kind, assignment.Title, assignment.Unit, due))
        : Decision.Nothing;
}

internal sealed class OverdueWatch(IEventStore store, NpgsqlDataSource database, TimeProvider clock, ILogger<OverdueWatch> log)
    : DeadlineWatch<Assignment>(store, database, clock, log)
{
    protected override string PastDue =>
        """
        SELECT street, id FROM assignments
        WHERE due < @now AND kind <> 'Rectification' AND status IN ('Issued', 'Acknowledged', 'Submitted', 'Returned')
          AND exceeded_due IS DISTINCT FROM due
        ORDER BY due LIMIT @PageSize
        """;

    protected override Decision Decide(Assignment assignment, DateTimeOffset now) => new BecomeOverdue(now).Decide(assignment);
}
