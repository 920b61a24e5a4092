using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.Tasks.Assignments;

namespace Campaign.Tasks.Points;

/// <summary>点位: places that are shown to an evaluation team, and their preparation.</summary>
internal sealed class PointsFeature : Feature
{
    public override void AddEvents(EventTypes events) => events.Add<InspectionPointRegistered>();

    public override void AddProjections(EventStoreBuilder store) => store.AddProjection<PointListProjection>(ProjectionMode.Inline);

    public override void AddServices(IServiceCollection services) => services.AddSingleton<IAssignmentKind, PointPreparationKind>();

    public override void Map(FeatureRoutes routes)
    {
        var points = routes.Street.MapGroup("/inspection-points").WithTags("InspectionPoints");
        PointQueries.Map(points);
        RegisterPointEndpoint.Map(points);
    }
}
