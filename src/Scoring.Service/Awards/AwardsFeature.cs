using Campaign.EventStore;
using Campaign.ServiceDefaults;

namespace Campaign.Scoring.Awards;

/// <summary>奖惩 of a half-year.</summary>
internal sealed class AwardsFeature : Feature
{
    public override void AddEvents(EventTypes events) => events
        .Add<AwardSchemeSet>().Add<GuarantorsLinked>().Add<AwardsDecided>().Add<AwardsCorrected>();

    public override void AddProjections(EventStoreBuilder store) => store.AddProjection<AwardProjection>(ProjectionMode.Inline);

    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<AwardSources>();
        services.AddSingleton<AwardReports>();
    }

    public override void Map(FeatureRoutes routes)
    {
        GuarantorLinkEndpoints.Map(routes.Street);
        AwardSchemeEndpoints.Map(routes.Street.MapGroup("/award-schemes").WithTags("Awards"));
        var awards = routes.Street.MapGroup("/awards").WithTags("Awards");
        DecideAwardsEndpoint.Map(awards);
        CorrectAwardsEndpoint.Map(awards);
        AwardReportEndpoints.Map(awards);
    }
}
