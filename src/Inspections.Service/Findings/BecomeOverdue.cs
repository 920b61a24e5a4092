using Campaign.EventStore;

namespace Campaign.Inspections.Findings;

/// <summary>超期: once per deadline, as of the deadline, whenever the watch comes to it.</summary>
internal sealed record BecomeOverdue(DateTimeOffset Now)
{
    public Decision Decide(Finding finding) => finding.BecameOverdue(Now) is { } overdue ? Decision.Of(overdue) : Decision.Nothing;
}
