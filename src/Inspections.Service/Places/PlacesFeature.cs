using Campaign.EventStore;
using Campaign.ServiceDefaults;

namespace Campaign.Inspections.Places;

/// <summary>Degrees, and the boundaries of communities.</summary>
internal sealed class PlacesFeature : Feature
{
    public override void AddEvents(EventTypes events) => events.Add<BoundariesSet>();

    public override void AddProjections(EventStoreBuilder store) => store.AddProjection<BoundariesProjection>(ProjectionMode.Inline);

    public override void Map(FeatureRoutes routes) => BoundariesEndpoints.Map(routes.Street);
}
