using Campaign.EventStore;

namespace Campaign.Inspections.Findings;

/// <summary>交办: follows Tasks, which resolves the responsibility map and issues the rectification.</summary>
internal sealed record RouteFinding(
    int Round, string Unit, IReadOnlyList<string> CooperatingUnits, DateTimeOffset Due, AssignmentStep Step, DateTimeOffset At)
{
    public Decision Decide(Finding finding) => finding switch
    {
        { Status: FindingStatus.None } => FindingRules.NotFound,
        { IsOpen: false } => Decision.Nothing,
        _ when finding.IsBeyond(Round, Step, At) => Decision.Nothing,
        _ => finding.OverdueThen(
            At, new FindingRouted(finding.CaseNumber, Round, Unit, CooperatingUnits, Due, Step, At, FromLedger: false)),
    };
}
