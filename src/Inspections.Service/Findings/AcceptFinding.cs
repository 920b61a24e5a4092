using Campaign.EventStore;

namespace Campaign.Inspections.Findings;

/// <summary>签收: the unit has taken the case.</summary>
internal sealed record AcceptFinding(int Round, string Unit, DateTimeOffset At)
{
    public Decision Decide(Finding finding) => finding switch
    {
        { Status: FindingStatus.None } => FindingRules.NotFound,
        { Round: var round } when round > Round => Decision.Nothing,
        { Status: FindingStatus.Recorded } => FindingRules.NotRouted,
        { Status: FindingStatus.Routed } when finding.Unit == Unit => Decision.Of(new FindingAccepted(Round, Unit, At)),
        _ => Decision.Nothing,
    };
}

/// <summary>退回派单: the unit is not responsible; the case waits for another.</summary>
internal sealed record DeclineRouting(int Round, string Unit, string Reason, DateTimeOffset At)
{
    public Decision Decide(Finding finding) => finding switch
    {
        { Status: FindingStatus.None } => FindingRules.NotFound,
        { Round: var round } when round > Round => Decision.Nothing,
        { IsWithUnit: true } when finding.Unit == Unit => Decision.Of(new RoutingDeclined(Round, Unit, Reason, At)),
        _ => Decision.Nothing,
    };
}
