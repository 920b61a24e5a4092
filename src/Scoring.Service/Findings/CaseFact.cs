using Campaign.EventStore;

namespace Campaign.Scoring.Findings;

/// <summary>One fact of a case as the month's figures use it; a row of <c>case_facts</c>.</summary>
/// <param name="Version">Version of the finding's stream: order and identity of the facts of a case.</param>
/// <param name="EventId">The event in Scoring's stream, which a line of the scorecard names.</param>
internal sealed record CaseFact(
    Guid CaseId, long Version, CaseFactKind Kind, Guid EventId, string CaseNumber, int Round, string? Unit, DateTimeOffset? Due, DateTimeOffset At)
{
    public static CaseFact? Of(Guid caseId, Guid eventId, object @event) => @event switch
    {
        CaseRecorded e => new(caseId, e.SourceVersion, CaseFactKind.Recorded, eventId, e.CaseNumber, 1, null, null, e.At),
        CaseRouted e => new(caseId, e.SourceVersion, CaseFactKind.Routed, eventId, e.CaseNumber, e.Round, e.Unit, e.Due, e.At),
        CaseRoutingDeclined e => new(caseId, e.SourceVersion, CaseFactKind.RoutingDeclined, eventId, e.CaseNumber, e.Round, e.Unit, null, e.At),
        CaseDeadlineExtended e => new(caseId, e.SourceVersion, CaseFactKind.DeadlineExtended, eventId, e.CaseNumber, e.Round, e.Unit, e.Due, e.At),
        CaseBecameOverdue e => new(caseId, e.SourceVersion, CaseFactKind.BecameOverdue, eventId, e.CaseNumber, e.Round, e.Unit, e.Due, e.Due),
        CaseRejected e => new(caseId, e.SourceVersion, CaseFactKind.Rejected, eventId, e.CaseNumber, e.Round, e.Unit, e.Due, e.At),
        CaseStruckOff e => new(caseId, e.SourceVersion, CaseFactKind.StruckOff, eventId, e.CaseNumber, e.Round, e.Unit, e.Due, e.At),
        CaseRelapsed e => new(caseId, e.SourceVersion, CaseFactKind.Relapsed, eventId, e.CaseNumber, e.Round, e.Unit, null, e.At),
        CaseVoided e => new(caseId, e.SourceVersion, CaseFactKind.Voided, eventId, e.CaseNumber, e.Round, null, null, e.At),
        CaseMerged e => new(caseId, e.SourceVersion, CaseFactKind.Merged, eventId, e.CaseNumber, e.Round, null, null, e.At),
        CaseForciblyClosed e => new(caseId, e.SourceVersion, CaseFactKind.ForciblyClosed, eventId, e.CaseNumber, e.Round, null, null, e.At),
        _ => null,
    };

    public static CaseFact? Of(StreamEvent @event) => Of(@event.Stream.Id, @event.Id, @event.Data);
}

internal enum CaseFactKind { Recorded, Routed, RoutingDeclined, DeadlineExtended, BecameOverdue, Rejected, StruckOff, Relapsed, Voided, Merged, ForciblyClosed }
