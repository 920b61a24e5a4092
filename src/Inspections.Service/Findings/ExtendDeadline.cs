using Campaign.EventStore;

namespace Campaign.Inspections.Findings;

/// <summary>延期: follows Tasks, where the dispatcher granted it.</summary>
internal sealed record ExtendDeadline(int Round, DateTimeOffset Due, string Reason, DateTimeOffset At)
{
    public Decision Decide(Finding finding) => finding switch
    {
        { Status: FindingStatus.None } => FindingRules.NotFound,
        { Round: var round } when round > Round => Decision.Nothing,
        { Status: FindingStatus.Recorded } => FindingRules.NotRouted,
        { IsOpen: false } => Decision.Nothing,
        { Due: var due } when due >= Due => Decision.Nothing,
        _ => Decision.Of(new DeadlineExtended(finding.CaseNumber, Round, finding.Unit, Due, Reason, At)),
    };
}
