using Campaign.EventStore;
using Campaign.ServiceDefaults;
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
