using Campaign.EventStore;
using Campaign.ServiceDefaults;

namespace Campaign.Scoring.Findings;

/// <summary>案件: what Scoring was told about findings, and the rows a month reads of them.</summary>
internal sealed class FindingsFeature : Feature
{
    public override void AddEvents(EventTypes events) => events
        .Add<CaseRecorded>().Add<CaseRouted>().Add<CaseRoutingDeclined>().Add<CaseDeadlineExtended>().Add<CaseBecameOverdue>()
        .Add<CaseRejected>().Add<CaseStruckOff>().Add<CaseRelapsed>().Add<CaseVoided>().Add<CaseMerged>().Add<CaseForciblyClosed>().Add<CaseHandled>();

    public override void AddProjections(EventStoreBuilder store) => store
        .AddProjection<FindingProjection>(ProjectionMode.Inline)
        .AddProjection<CaseRoundProjection>(ProjectionMode.Inline);
}
