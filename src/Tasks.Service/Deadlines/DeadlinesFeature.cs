using Campaign.EventStore;
using Campaign.ServiceDefaults;

namespace Campaign.Tasks.Deadlines;

/// <summary>期限: how it came to be, and what is asked for about it.</summary>
internal sealed class DeadlinesFeature : Feature
{
    public override void AddEvents(EventTypes events) =>
        events.Add<ExtensionRequested>().Add<ExtensionRefused>().Add<AssignmentSupervised>().Add<OverdueAppealed>()
            .Add<OverdueAppealUpheld>().Add<OverdueAppealDismissed>();

    public override void AddProjections(EventStoreBuilder store) => store.AddProjection<DeadlineProjection>(ProjectionMode.Inline);

    public override void AddServices(IServiceCollection services) => services.AddHostedService<SuspensionWatch>();

    public override void Map(FeatureRoutes routes)
    {
        ExtendDeadlineEndpoint.Map(routes.Street.MapGroup("/assignments").WithTags("Assignments"));

        var assignments = routes.Street.MapGroup("/assignments").WithTags("Deadlines");
        ExplainDeadlineEndpoint.Map(assignments);
        RequestExtensionEndpoints.Map(assignments);
        SuspendClockEndpoint.Map(assignments);
        ResumeClockEndpoint.Map(assignments);
        SuperviseAssignmentEndpoint.Map(assignments);
        AppealOverdueEndpoints.Map(assignments);
    }
}
