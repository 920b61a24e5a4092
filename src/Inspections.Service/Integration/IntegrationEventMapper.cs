using Campaign.EventStore;
using Campaign.Inspections.Findings;
using Campaign.Inspections.Inspections;
using Campaign.Inspections.Kernel;
using Campaign.Inspections.Reference;
using Campaign.Messaging;
using Facts = Campaign.Contracts.Inspections;

namespace Campaign.Inspections.Integration;

/// <summary>What this service tells the others. An event without an arm stays inside.</summary>
internal sealed class IntegrationEventMapper : IIntegrationEventMapper
{
    public object? ToContract(RecordedEvent @event) => Contract(@event.Stream, @event.Version, @event.Data);

    /// <summary>How many of a stream's events the others are told of.</summary>
    public static int Count(IEnumerable<object> events) => events.Count(data => Contract(default, 0, data) is not null);

    private static object? Contract(StreamId stream, long version, object data)
    {
        var (street, id) = stream;
        return data switch
        {
            FindingRecorded e => new Facts.FindingRecorded(
                street, id, version, e.CaseNumber, e.Category, e.Severity.ToString(), e.Place.Community,
                e.Place.Longitude, e.Place.Latitude, e.Place.Address ?? e.Place.RoadSection, e.Description, e.At, e.FromLedger),
            FindingRouted e => new Facts.FindingRouted(street, id, version, e.CaseNumber, e.Round, e.Unit, e.Due, e.At, e.FromLedger),
            RoutingDeclined e => new Facts.FindingRoutingDeclined(street, id, version, e.CaseNumber, e.Round, e.Unit, e.At),
            DeadlineExtended e => new Facts.FindingDeadlineExtended(street, id, version, e.CaseNumber, e.Round, e.Unit, e.Due, e.At),
            FindingBecameOverdue e => new Facts.FindingBecameOverdue(street, id, version, e.CaseNumber, e.Round, e.Unit, e.Due),
            RectificationRejected e =>
                new Facts.RectificationRejected(street, id, version, e.CaseNumber, e.Round, e.Unit, e.Due, e.Reason, e.At),
            FindingStruckOff e => new Facts.FindingStruckOff(street, id, version, e.CaseNumber, e.Round, e.Unit, e.Due, e.At),
            FindingRelapsed e => new Facts.FindingRelapsed(street, id, version, e.CaseNumber, e.Round, e.Unit, e.At, e.FromLedger),
            FindingVoided e => new Facts.FindingVoided(street, id, version, e.CaseNumber, e.Round, e.Reason, e.At),
            ImportedFindingWithdrawn e => new Facts.FindingVoided(
                street, id, version, e.CaseNumber, e.Round, $"撤回导入：{e.Reason}", e.At),
            FindingMerged e => new Facts.FindingMerged(street, id, version, e.CaseNumber, e.Round, e.Into, e.At),
            FindingForciblyClosed e => new Facts.FindingForciblyClosed(
                street, id, version, e.CaseNumber, e.Round, e.Unit, e.Due, e.Reason, e.At),
            // What a unit fills itself is between it and the street: no score, no coverage, and nothing that waits for either.
            InspectionStarted { ByUnit: true } or InspectionSubmitted { ByUnit: true } or InspectionConfirmed { ByUnit: true } => null,
            // A ledger's inspection is confirmed in the append that starts it: it was never open, and a month of them would be told twice.
            InspectionStarted { Reference: null } e => new Facts.InspectionStarted(
                street, id, version, e.Subject, e.Kind.Name(), e.Date, e.At),
            InspectionSubmitted e => new Facts.InspectionSubmitted(street, id, version, e.At),
            InspectionConfirmed e => new Facts.InspectionScored(
                street, id, version, e.Subject, e.Kind.Name(), e.Date, e.Score, e.Sheet, e.SheetVersion, e.Reference),
            ImportedInspectionWithdrawn e => new Facts.InspectionWithdrawn(
                street, id, version, e.Subject, e.Kind.Name(), e.Date, e.Reason, e.At),
            FindingCategoriesSet e => new Facts.FindingCategoriesSet(street, version, [.. e.Categories.Select(c => c.Code)], e.At),
            _ => null,
        };
    }
}
