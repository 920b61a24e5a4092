using Campaign.EventStore;
using Campaign.ServiceDefaults;

namespace Campaign.Scoring.ScoreCache;

/// <summary>Open months are computed once for what is known.</summary>
internal sealed class ScoreCacheFeature : Feature
{
    public override void AddProjections(EventStoreBuilder store) => store.AddProjection<StreetChangeProjection>(ProjectionMode.Inline);

    public override void AddServices(IServiceCollection services) => services.AddSingleton<MonthScoreCache>();
}
