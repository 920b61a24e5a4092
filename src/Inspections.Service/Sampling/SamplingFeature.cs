using Campaign.EventStore;
using Campaign.ServiceDefaults;

namespace Campaign.Inspections.Sampling;

/// <summary>抽样方案.</summary>
internal sealed class SamplingFeature : Feature
{
    public override void AddEvents(EventTypes events) => events.Add<SamplingPlanSet>();

    public override void AddProjections(EventStoreBuilder store) => store.AddProjection<SamplingPlansProjection>(ProjectionMode.Inline);

    public override void Map(FeatureRoutes routes)
    {
        var plans = routes.Street.MapGroup("/sampling-plans").WithTags("Sampling");
        SamplingPlanQueries.Map(plans);
        SetSamplingPlanEndpoint.Map(plans);
    }
}
