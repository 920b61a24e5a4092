using Campaign.EventStore;
using Campaign.ServiceDefaults;

namespace Campaign.Tasks.Census;

/// <summary>五小行业: the census of the small trades.</summary>
internal sealed class CensusFeature : Feature
{
    public override void AddEvents(EventTypes events) =>
        events.Add<CensusTradesSet>().Add<EstablishmentRegistered>().Add<EstablishmentChecked>().Add<EstablishmentClosed>()
            .Add<EstablishmentReopened>();

    public override void AddProjections(EventStoreBuilder store) => store
        .AddProjection<EstablishmentListProjection>(ProjectionMode.Inline);

    public override void AddServices(IServiceCollection services) => services.AddSingleton<CensusRegister>();

    public override void Map(FeatureRoutes routes)
    {
        var establishments = routes.Street.MapGroup("/establishments").WithTags("Census");
        EstablishmentQueries.Map(establishments);
        RegisterEstablishmentEndpoint.Map(establishments);
        CheckEstablishmentEndpoint.Map(establishments);
        CloseEstablishmentEndpoints.Map(establishments);
        ImportCensusEndpoint.Map(establishments);

        var census = routes.Street.MapGroup("/census").WithTags("Census");
        CensusSummaryQuery.Map(census);
        CensusTradesEndpoints.Map(census);
    }
}
