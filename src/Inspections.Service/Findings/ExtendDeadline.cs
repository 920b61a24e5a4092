using Campaign.EventStore;

namespace Campaign.Inspections.Findings;

/// <summary>延期 or 挂账: follows Tasks, where the dispatcher granted it.</summary>
internal sealed record ExtendDeadline(
    int Round, DateTimeOffset Due, string Reason, AssignmentStep Step, DateTimeOffset At, DateTimeOffset? SuspendedUntil = null)
{
    public Decision Decide(Finding finding) => finding switch
    {
        { Status: FindingStatus.None } => FindingRules.NotFound,
        _ when finding.IsBeyond(Round, Step, At) => Decision.Nothing,
        { Status: FindingStatus.Recorded } => FindingRules.NotRouted,
        { IsOpen: false } => Decision.Nothing,
        { Due: var due } when due >= Due => Decision.Nothing,
        _ => finding.OverdueThen(
            At, new DeadlineExtended(finding.CaseNumber, Round, finding.Unit, Due, Reason, At, SuspendedUntil)),
    };
}
