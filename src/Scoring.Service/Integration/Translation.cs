using Campaign.Scoring.Cases;
using Campaign.Scoring.Metrics;
using Campaign.Scoring.Subjects;
using Campaign.Scoring.Visits;
using Inspections = Campaign.Contracts.Inspections;
using Tasks = Campaign.Contracts.Tasks;

namespace Campaign.Scoring.Integration;

/// <summary>Facts of other services → this service's own events.</summary>
internal static class Translation
{
    public static object Of(object fact) => fact switch
    {
        Inspections.FindingRecorded f => new CaseRecorded(f.Version, f.CaseNumber, f.At),
        Inspections.FindingRouted f => new CaseRouted(f.Version, f.CaseNumber, f.Round, f.Unit, f.Due, f.At),
        Inspections.FindingRoutingDeclined f => new CaseRoutingDeclined(f.Version, f.CaseNumber, f.Round, f.Unit, f.At),
        Inspections.FindingDeadlineExtended f => new CaseDeadlineExtended(f.Version, f.CaseNumber, f.Round, f.Unit, f.Due, f.At),
        Inspections.FindingBecameOverdue f => new CaseBecameOverdue(f.Version, f.CaseNumber, f.Round, f.Unit, f.Due),
        Inspections.RectificationRejected f => new CaseRejected(f.Version, f.CaseNumber, f.Round, f.Unit, f.Due, f.At),
        Inspections.FindingStruckOff f => new CaseStruckOff(f.Version, f.CaseNumber, f.Round, f.Unit, f.Due, f.At),
        Inspections.FindingRelapsed f => new CaseRelapsed(f.Version, f.CaseNumber, f.Round, f.Unit, f.At),
        Inspections.FindingVoided f => new CaseVoided(f.Version, f.CaseNumber, f.Round, f.At),
        Inspections.FindingMerged f => new CaseMerged(f.Version, f.CaseNumber, f.Round, f.At),
        Inspections.FindingForciblyClosed f => new CaseForciblyClosed(f.Version, f.CaseNumber, f.Round, f.At),
        Inspections.InspectionStarted f => new InspectionBegun(f.Version, f.Subject, f.Kind, f.Date),
        Inspections.InspectionSubmitted f => new InspectionHandedIn(f.Version),
        Inspections.InspectionScored f => new InspectionTaken(f.Version, f.Subject, f.Kind, f.Date, f.Score, f.Sheet, f.SheetVersion, f.Reference),
        Tasks.RectificationReported f => new CaseHandled(f.Version, f.FindingId, f.Round, f.Unit, f.At),
        Tasks.UnitRegistered f => new SubjectRegistered(f.Version, f.Unit, f.Name, f.Category, f.From, f.Until),
        Tasks.StreetRegistered f => new StreetNamed(f.Version, f.Name),
        Tasks.AssignmentBecameOverdue f => new AssignmentMissedDeadline(f.Version, f.Kind, f.Title, f.Unit, f.Due),
        _ => throw new ArgumentException($"No translation of {fact.GetType().Name}.", nameof(fact)),
    };
}
