using Campaign.EventStore;

namespace Campaign.Inspections.Findings;

internal static class OverdueRule
{
    /// <summary>The fact that a deadline has passed by <paramref name="at"/>, unless it was stated already.</summary>
    public static FindingBecameOverdue? BecameOverdue(this Finding finding, DateTimeOffset at) =>
        finding is { IsWithUnit: true, Overdue: false, Due: { } due } && due < at
            ? new(finding.CaseNumber, finding.Round, finding.Unit, due)
            : null;

    /// <summary>What happens after a missed deadline comes after that fact, whether or not the watch was there in time.</summary>
    public static Decision OverdueThen(this Finding finding, DateTimeOffset at, object then) =>
        finding.BecameOverdue(at) is { } overdue ? Decision.Of(overdue, then) : Decision.Of(then);
}
