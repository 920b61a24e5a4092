using Campaign.EventStore;
using Campaign.ServiceDefaults;

namespace Campaign.Scoring.Vetoes;

/// <summary>一票否决.</summary>
internal sealed class VetoesFeature : Feature
{
    public override void AddEvents(EventTypes events) => events
        .Add<VetoRaised>().Add<VetoReleased>();

    public override void AddProjections(EventStoreBuilder store) => store.AddProjection<VetoProjection>(ProjectionMode.Inline);

    public override void Map(FeatureRoutes routes)
    {
        var vetoes = routes.Street.MapGroup("/vetoes").WithTags("Vetoes");
        VetoList.Map(vetoes);
        RaiseVetoEndpoint.Map(vetoes);
        ReleaseVetoEndpoint.Map(vetoes);
    }
}
