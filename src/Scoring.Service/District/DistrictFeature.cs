using Campaign.ServiceDefaults;

namespace Campaign.Scoring.District;

/// <summary>The streets of the district beside each other.</summary>
internal sealed class DistrictFeature : Feature
{
    public override void AddServices(IServiceCollection services) => services.AddSingleton<ComparisonQuery>();

    public override void Map(FeatureRoutes routes)
    {
        ComparisonEndpoint.Map(routes.District);
        DistrictPolicies.Map(routes.District.MapGroup("/policies").WithTags("District"));
    }
}
