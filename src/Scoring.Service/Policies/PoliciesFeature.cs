using Campaign.EventStore;
using Campaign.ServiceDefaults;

namespace Campaign.Scoring.Policies;

/// <summary>考评办法: adopting, reading and checking them.</summary>
internal sealed class PoliciesFeature : Feature
{
    public override void AddEvents(EventTypes events) => events
        .Add<PolicyAdopted>();

    public override void AddProjections(EventStoreBuilder store) => store.AddProjection<PolicyProjection>(ProjectionMode.Inline);

    public override void AddServices(IServiceCollection services) => services.AddSingleton<PolicyList>();

    public override void Map(FeatureRoutes routes)
    {
        var policies = routes.Street.MapGroup("/policies").WithTags("Policies");
        PolicyList.Map(policies);
        AdoptPolicyEndpoint.Map(policies);
        LintPolicyEndpoint.Map(policies);
    }
}
