using Campaign.EventStore;
using Campaign.ServiceDefaults;

namespace Campaign.Inspections.LookBacks;

/// <summary>回头看.</summary>
internal sealed class LookBacksFeature : Feature
{
    public override void AddEvents(EventTypes events) => events.Add<LookBackPlanned>().Add<LookBackDone>().Add<LookBackCancelled>();

    public override void AddProjections(EventStoreBuilder store) =>
        store.AddProjection<LookBacksProjection>(ProjectionMode.Inline).AddSubscription<LookBackPlanner>();

    public override void Map(FeatureRoutes routes)
    {
        var lookBacks = routes.Street.MapGroup("/look-backs").WithTags("LookBacks");
        LookBackQueries.Map(lookBacks);
        EnterResultEndpoint.Map(lookBacks);
    }
}
