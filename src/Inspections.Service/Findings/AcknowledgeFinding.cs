using Campaign.EventStore;

namespace Campaign.Inspections.Findings;

/// <summary>签收: the unit has taken the finding.</summary>
internal sealed record AcknowledgeFinding(int Round, string Unit, AssignmentStep Step, DateTimeOffset At)
{
    public Decision Decide(Finding finding) => finding switch
    {
        { Status: FindingStatus.None } => FindingRules.NotFound,
        _ when finding.IsBeyond(Round, Step, At) => Decision.Nothing,
        { Status: FindingStatus.Recorded } => FindingRules.NotRouted,
        { Status: FindingStatus.Routed } when finding.Unit == Unit => Decision.Of(new FindingAcknowledged(Round, Unit, At)),
        _ => Decision.Nothing,
    };
}
