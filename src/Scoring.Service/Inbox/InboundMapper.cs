using Campaign.Scoring.Assignments;
using Campaign.Scoring.Findings;
using Campaign.Scoring.Inspections;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Subjects;
using FromInspections = Campaign.Contracts.Inspections;
using FromTasks = Campaign.Contracts.Tasks;

namespace Campaign.Scoring.Inbox;

/// <summary>Contracts of other services → this service's own events.</summary>
internal static class InboundMapper
{
    public static IInboundEvent ToEvent(object contract) => contract switch
    {
        FromInspections.FindingRecorded c => new FindingRecorded(c.Version, c.CaseNumber, c.At),
        FromInspections.FindingRouted c => new FindingRouted(c.Version, c.CaseNumber, c.Round, c.Unit, c.Due, c.At),
        FromInspections.FindingRoutingDeclined c => new FindingRoutingDeclined(c.Version, c.CaseNumber, c.Round, c.Unit, c.At),
        FromInspections.FindingDeadlineExtended c => new FindingDeadlineExtended(c.Version, c.CaseNumber, c.Round, c.Unit, c.Due, c.At),
        FromInspections.FindingBecameOverdue c => new FindingBecameOverdue(c.Version, c.CaseNumber, c.Round, c.Unit, c.Due),
        FromInspections.RectificationRejected c => new RectificationRejected(c.Version, c.CaseNumber, c.Round, c.Unit, c.Due, c.At),
        FromInspections.FindingStruckOff c => new FindingStruckOff(c.Version, c.CaseNumber, c.Round, c.Unit, c.Due, c.At),
        FromInspections.FindingRelapsed c => new FindingRelapsed(c.Version, c.CaseNumber, c.Round, c.Unit, c.At),
        FromInspections.FindingVoided c => new FindingVoided(c.Version, c.CaseNumber, c.Round, c.At),
        FromInspections.FindingMerged c => new FindingMerged(c.Version, c.CaseNumber, c.Round, c.At),
        FromInspections.FindingForciblyClosed c => new FindingForciblyClosed(c.Version, c.CaseNumber, c.Round, c.At),
        FromInspections.InspectionStarted c => new InspectionStarted(c.Version, c.Subject, c.Kind, c.Date),
        FromInspections.InspectionSubmitted c => new InspectionSubmitted(c.Version),
        FromInspections.InspectionScored c =>
            new InspectionScored(c.Version, c.Subject, c.Kind, c.Date, c.Score, c.Sheet, c.SheetVersion, c.Reference),
        FromInspections.InspectionWithdrawn c => new InspectionWithdrawn(c.Version, c.Subject, c.Kind, c.Date),
        FromTasks.RectificationReported c => new RectificationReported(c.Version, c.FindingId, c.Round, c.Unit, c.At),
        FromTasks.AssignmentBecameOverdue c => new AssignmentBecameOverdue(c.Version, c.Kind, c.Title, c.Unit, c.Due),
        _ => throw new ArgumentException($"Nothing is made of a {contract.GetType().Name}.", nameof(contract)),
    };

    public static SubjectRegistered ToEvent(FromTasks.UnitRegistered c) => new(c.Version, c.Unit, c.Name, c.Category, c.From, c.Until);

    public static StreetNamed ToEvent(FromTasks.StreetRegistered c) => new(c.Version, c.Name);
}
