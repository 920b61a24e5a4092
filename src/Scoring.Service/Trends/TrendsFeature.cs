using Campaign.ServiceDefaults;

namespace Campaign.Scoring.Trends;

/// <summary>A subject's months one after another.</summary>
internal sealed class TrendsFeature : Feature
{
    public override void AddServices(IServiceCollection services) => services.AddSingleton<TrendQuery>();

    public override void Map(FeatureRoutes routes) => TrendEndpoint.Map(routes.Street.MapGroup("/subjects").WithTags("Subjects"));
}
