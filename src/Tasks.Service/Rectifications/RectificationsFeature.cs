using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.Tasks.Assignments;

namespace Campaign.Tasks.Rectifications;

/// <summary>整改任务: what is done about a finding.</summary>
internal sealed class RectificationsFeature : Feature
{
    public override void AddEvents(EventTypes events) =>
        events.Add<RectificationOpened>().Add<RectificationIssued>().Add<RectificationDeclined>().Add<RectificationTakenOver>()
            .Add<RectificationHandedBack>().Add<RectificationExtended>().Add<RectificationBecameOverdue>().Add<RectificationRejected>()
            .Add<RectificationStruckOff>().Add<RectificationCalledOff>();

    public override void AddProjections(EventStoreBuilder store) => store.AddProjection<RectificationProjection>(ProjectionMode.Inline);

    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<IAssignmentKind, RectificationKind>().AddSingleton<IPlaceOfWork, PlaceOfWork>().AddSingleton<RoutingPrecedents>();

    public override void Map(FeatureRoutes routes)
    {
        var assignments = routes.Street.MapGroup("/assignments").WithTags("Assignments");
        DeclineRectificationEndpoint.Map(assignments);
        RequestOnSiteReviewEndpoint.Map(assignments);

        var unrouted = routes.Street.MapGroup("/unrouted-findings").WithTags("UnroutedFindings");
        UnroutedFindingQueries.Map(unrouted);
        RouteByHandEndpoint.Map(unrouted);
        RouteManyByHandEndpoint.Map(unrouted);
    }
}
