using Campaign.EventStore;
using Campaign.Figures;

namespace Campaign.Scoring.Findings;

/// <summary>One fact of a finding as the month's figures use it; a row of <c>case_facts</c>.</summary>
/// <param name="Version">Version of the finding's stream: order and identity of the facts of a finding.</param>
/// <param name="EventId">The event in Scoring's stream, which a line of the scorecard names.</param>
internal sealed record FindingFact(
    Guid FindingId, long Version, FindingFactKind Kind, Guid EventId, string CaseNumber, int Round, string? Unit, DateTimeOffset? Due,
    DateTimeOffset At)
{
    public static FindingFact Of(Guid findingId, Guid eventId, IFindingEvent @event) => @event switch
    {
        FindingRecorded e => new(findingId, e.SourceVersion, FindingFactKind.Recorded, eventId, e.CaseNumber, 1, null, null, e.At),
        FindingRouted e => new(findingId, e.SourceVersion, FindingFactKind.Routed, eventId, e.CaseNumber, e.Round, e.Unit, e.Due, e.At),
        FindingRoutingDeclined e =>
            new(findingId, e.SourceVersion, FindingFactKind.RoutingDeclined, eventId, e.CaseNumber, e.Round, e.Unit, null, e.At),
        FindingDeadlineExtended e =>
            new(findingId, e.SourceVersion, FindingFactKind.DeadlineExtended, eventId, e.CaseNumber, e.Round, e.Unit, e.Due, e.At),
        FindingBecameOverdue e =>
            new(findingId, e.SourceVersion, FindingFactKind.BecameOverdue, eventId, e.CaseNumber, e.Round, e.Unit, e.Due, e.Due),
        RectificationRejected e =>
            new(findingId, e.SourceVersion, FindingFactKind.Rejected, eventId, e.CaseNumber, e.Round, e.Unit, e.Due, e.At),
        FindingStruckOff e =>
            new(findingId, e.SourceVersion, FindingFactKind.StruckOff, eventId, e.CaseNumber, e.Round, e.Unit, e.Due, e.At),
        FindingRelapsed e => new(findingId, e.SourceVersion, FindingFactKind.Relapsed, eventId, e.CaseNumber, e.Round, e.Unit, null, e.At),
        FindingVoided e => new(findingId, e.SourceVersion, FindingFactKind.Voided, eventId, e.CaseNumber, e.Round, null, null, e.At),
        FindingMerged e => new(findingId, e.SourceVersion, FindingFactKind.Merged, eventId, e.CaseNumber, e.Round, null, null, e.At),
        FindingForciblyClosed e =>
            new(findingId, e.SourceVersion, FindingFactKind.ForciblyClosed, eventId, e.CaseNumber, e.Round, null, null, e.At),
    };

    public RoundFact ToRoundFact() => new(KindOf(Kind), Version, Round, At, Unit, Due);

    public static FindingFact? Of(StreamEvent @event) =>
        @event.Data is IFindingEvent told ? Of(@event.Stream.Id, @event.Id, told) : null;

    private static RoundFactKind KindOf(FindingFactKind kind) => kind switch
    {
        FindingFactKind.Recorded => RoundFactKind.Recorded,
        FindingFactKind.Routed => RoundFactKind.Routed,
        FindingFactKind.RoutingDeclined => RoundFactKind.RoutingDeclined,
        FindingFactKind.DeadlineExtended => RoundFactKind.DeadlineExtended,
        FindingFactKind.BecameOverdue => RoundFactKind.BecameOverdue,
        FindingFactKind.Rejected => RoundFactKind.Rejected,
        FindingFactKind.StruckOff => RoundFactKind.StruckOff,
        FindingFactKind.Relapsed => RoundFactKind.Relapsed,
        FindingFactKind.Voided => RoundFactKind.Voided,
        FindingFactKind.Merged => RoundFactKind.Merged,
        FindingFactKind.ForciblyClosed => RoundFactKind.ForciblyClosed,
    };
}

internal enum FindingFactKind
{
    Recorded, Routed, RoutingDeclined, DeadlineExtended, BecameOverdue, Rejected, StruckOff,
    Relapsed, Voided, Merged, ForciblyClosed,
}
