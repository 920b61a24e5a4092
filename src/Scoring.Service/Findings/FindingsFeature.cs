using Campaign.EventStore;
using Campaign.ServiceDefaults;

namespace Campaign.Scoring.Findings;

/// <summary>案件: what Scoring was told about findings, and the rows a month reads of them.</summary>
internal sealed class FindingsFeature : Feature
{
    // Stored under the names that they had first.
    public override void AddEvents(EventTypes events) => events
        .Add(typeof(FindingRecorded), "case_recorded")
        .Add(typeof(FindingRouted), "case_routed")
        .Add(typeof(FindingRoutingDeclined), "case_routing_declined")
        .Add(typeof(FindingDeadlineExtended), "case_deadline_extended")
        .Add(typeof(FindingBecameOverdue), "case_became_overdue")
        .Add(typeof(RectificationRejected), "case_rejected")
        .Add(typeof(FindingStruckOff), "case_struck_off")
        .Add(typeof(FindingRelapsed), "case_relapsed")
        .Add(typeof(FindingVoided), "case_voided")
        .Add(typeof(FindingMerged), "case_merged")
        .Add(typeof(FindingForciblyClosed), "case_forcibly_closed")
        .Add(typeof(RectificationReported), "case_handled");

    public override void AddProjections(EventStoreBuilder store) => store
        .AddProjection<FindingProjection>(ProjectionMode.Inline)
        .AddProjection<FindingRoundProjection>(ProjectionMode.Inline);
}
