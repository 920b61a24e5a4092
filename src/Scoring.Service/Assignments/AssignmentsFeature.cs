using Campaign.EventStore;
using Campaign.ServiceDefaults;

namespace Campaign.Scoring.Assignments;

/// <summary>任务超期.</summary>
internal sealed class AssignmentsFeature : Feature
{
    public override void AddEvents(EventTypes events) => events
        .Add<AssignmentMissedDeadline>();

    public override void AddProjections(EventStoreBuilder store) => store.AddProjection<MissedDeadlineProjection>(ProjectionMode.Inline);
}
