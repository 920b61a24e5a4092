using Campaign.EventStore;

namespace Campaign.Inspections.Findings;

/// <summary>交办: follows Tasks, which resolves the responsibility map and issues the rectification.</summary>
internal sealed record RouteFinding(int Round, string Unit, DateTimeOffset Due, long AssignmentVersion, DateTimeOffset At)
{
    public Decision Decide(Finding finding) => finding switch
    {
        { Status: FindingStatus.None } => FindingRules.NotFound,
        { Round: var round } when round != Round => Decision.Nothing,
        { IsOpen: false } => Decision.Nothing,
        _ when finding.AssignmentVersion >= AssignmentVersion => Decision.Nothing,
        _ => Decision.Of(new FindingRouted(finding.CaseNumber, Round, Unit, Due, AssignmentVersion, At, FromLedger: false)),
    };
}
