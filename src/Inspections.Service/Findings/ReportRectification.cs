using Campaign.EventStore;

namespace Campaign.Inspections.Findings;

/// <summary>整改上报: the unit says it is done, with photos taken afterwards, or asks for a verification on the spot (请现场复核).</summary>
internal sealed record ReportRectification(
    int Round, string Unit, IReadOnlyList<string> Photos, string? Note, AssignmentStep Step, DateTimeOffset At,
    bool? ByOffice = null)
{
    public Decision Decide(Finding finding) => finding switch
    {
        { Status: FindingStatus.None } => FindingRules.NotFound,
        _ when finding.IsBeyond(Round, Step, At) => Decision.Nothing,
        { Status: FindingStatus.Recorded } => FindingRules.NotRouted,
        { IsOpen: false } or { Status: FindingStatus.Reported } => Decision.Nothing,
        { Unit: var unit } when unit != Unit => FindingRules.AnotherUnit,
        _ => finding.OverdueThen(
            At, new RectificationReported(Round, Unit, Photos, Note, At, ByOffice, OnSite: Photos.Count == 0 ? true : null)),
    };
}
