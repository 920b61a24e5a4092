using Campaign.EventStore;

namespace Campaign.Inspections.Findings;

/// <summary>退回派单: the unit is not responsible; the finding waits for another.</summary>
internal sealed record DeclineRouting(int Round, string Unit, string Reason, AssignmentStep Step, DateTimeOffset At)
{
    public Decision Decide(Finding finding) => finding switch
    {
        { Status: FindingStatus.None } => FindingRules.NotFound,
        _ when finding.IsBeyond(Round, Step, At) => Decision.Nothing,
        { Status: FindingStatus.Recorded } => FindingRules.NotRouted,
        { IsWithUnit: true } when finding.Unit == Unit =>
            finding.OverdueThen(At, new RoutingDeclined(finding.CaseNumber, Round, Unit, Reason, Step, At)),
        _ => Decision.Nothing,
    };
}
