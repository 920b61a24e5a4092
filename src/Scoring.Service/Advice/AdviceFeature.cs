using Campaign.ServiceDefaults;

namespace Campaign.Scoring.Advice;

/// <summary>提分建议.</summary>
internal sealed class AdviceFeature : Feature
{
    public override void Map(FeatureRoutes routes) => AdviceEndpoint.Map(routes.Street.MapGroup("/subjects").WithTags("Subjects"));
}
