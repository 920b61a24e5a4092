using Campaign.EventStore;
using Campaign.ServiceDefaults;

namespace Campaign.Inspections.Covert;

/// <summary>暗访: draws that stay sealed, and how many inspections were covert.</summary>
internal sealed class CovertFeature : Feature
{
    public override void AddEvents(EventTypes events) => events.Add<DrawSealed>().Add<DrawRevealed>();

    public override void AddProjections(EventStoreBuilder store) => store.AddProjection<DrawListProjection>(ProjectionMode.Inline);

    public override void AddServices(IServiceCollection services) => services.AddSingleton<DrawPools>().AddSingleton<DrawSecrets>();

    public override void Map(FeatureRoutes routes)
    {
        CovertRatioQuery.Map(routes.Street.MapGroup("/inspections").WithTags("Inspections"));
        var draws = routes.Street.MapGroup("/draws").WithTags("Covert");
        DrawQueries.Map(draws);
        SealDrawEndpoint.Map(draws);
        RevealDrawEndpoint.Map(draws);
    }
}
