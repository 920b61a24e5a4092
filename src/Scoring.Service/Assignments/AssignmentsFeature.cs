using Campaign.EventStore;
using Campaign.ServiceDefaults;

namespace Campaign.Scoring.Assignments;

/// <summary>任务超期.</summary>
internal sealed class AssignmentsFeature : Feature
{
    // Stored under the name that it had first.
    public override void AddEvents(EventTypes events) => events.Add(typeof(AssignmentBecameOverdue), "assignment_missed_deadline");

    public override void AddProjections(EventStoreBuilder store) => store.AddProjection<OverdueAssignmentProjection>(ProjectionMode.Inline);
}
