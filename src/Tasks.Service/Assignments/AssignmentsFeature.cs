using Campaign.EventStore;
using Campaign.ServiceDefaults;

namespace Campaign.Tasks.Assignments;

/// <summary>任务: what every assignment goes through, of whatever kind.</summary>
internal sealed class AssignmentsFeature : Feature
{
    public override void AddEvents(EventTypes events) =>
        events.Add<AssignmentIssued>().Add<AssignmentOverAtIssue>().Add<AssignmentAcknowledged>().Add<AssignmentSubmitted>()
            .Add<AssignmentReturned>().Add<AssignmentApproved>().Add<DeadlineExtended>().Add<ClockSuspended>().Add<ClockResumed>()
            .Add<DeadlineMoved>().Add<AssignmentRevised>().Add<AssignmentBecameOverdue>().Add<AssignmentReassigned>()
            .Add<AssignmentCancelled>();

    public override void AddProjections(EventStoreBuilder store) => store.AddProjection<AssignmentListProjection>(ProjectionMode.Inline);

    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<AssignmentRead>().AddSingleton<AssignmentKinds>().AddSingleton<IAssignmentKind, OneOffKind>()
        .AddHostedService<OverdueWatch>();

    public override void Map(FeatureRoutes routes)
    {
        var assignments = routes.Street.MapGroup("/assignments").WithTags("Assignments");
        AssignmentQueries.Map(assignments);
        AssignmentSummaryQuery.Map(assignments);
        AcknowledgeAssignmentEndpoint.Map(assignments);
        SubmitAssignmentEndpoint.Map(assignments);
        ReviewAssignmentEndpoints.Map(assignments);
        ReassignAssignmentEndpoint.Map(assignments);
        CancelAssignmentEndpoint.Map(assignments);
        MyCommunitiesQuery.Map(routes.Street.MapGroup("/my-communities").WithTags("Organisation"));
    }
}
