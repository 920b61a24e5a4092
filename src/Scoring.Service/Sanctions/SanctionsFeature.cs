using Campaign.EventStore;
using Campaign.ServiceDefaults;

namespace Campaign.Scoring.Sanctions;

/// <summary>问责 and 通报批评 of units and posts.</summary>
internal sealed class SanctionsFeature : Feature
{
    public override void AddEvents(EventTypes events) => events
        .Add<SanctionRecorded>().Add<SanctionWithdrawn>();

    public override void AddProjections(EventStoreBuilder store) => store.AddProjection<SanctionProjection>(ProjectionMode.Inline);

    public override void AddServices(IServiceCollection services) => services.AddSingleton<SanctionList>();

    public override void Map(FeatureRoutes routes)
    {
        var sanctions = routes.Street.MapGroup("/sanctions").WithTags("Sanctions");
        SanctionList.Map(sanctions);
        RecordSanctionEndpoint.Map(sanctions);
        WithdrawSanctionEndpoint.Map(sanctions);
    }
}
