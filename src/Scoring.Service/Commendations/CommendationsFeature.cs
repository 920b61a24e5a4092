using Campaign.EventStore;
using Campaign.ServiceDefaults;

namespace Campaign.Scoring.Commendations;

/// <summary>表扬.</summary>
internal sealed class CommendationsFeature : Feature
{
    public override void AddEvents(EventTypes events) => events
        .Add<CommendationGranted>().Add<CommendationWithdrawn>();

    public override void AddProjections(EventStoreBuilder store) => store.AddProjection<CommendationProjection>(ProjectionMode.Inline);

    public override void Map(FeatureRoutes routes)
    {
        var commendations = routes.Street.MapGroup("/commendations").WithTags("Commendations");
        CommendationList.Map(commendations);
        GrantCommendationEndpoint.Map(commendations);
        WithdrawCommendationEndpoint.Map(commendations);
    }
}
