using Campaign.EventStore;
using Campaign.ServiceDefaults;

namespace Campaign.Tasks.Organisation;

/// <summary>街道, 社区, 责任单位 and 职务, as of any day.</summary>
internal sealed class OrganisationFeature : Feature
{
    public override void AddEvents(EventTypes events) =>
        events.Add<StreetRegistered>().Add<CommunityRegistered>().Add<UnitRegistered>().Add<PostRegistered>().Add<PostHandedOver>()
            .Add<NameTaken>();

    public override void AddProjections(EventStoreBuilder store) => store.AddProjection<OrganisationProjection>(ProjectionMode.Inline);

    public override void AddServices(IServiceCollection services) => services.AddSingleton<OrganisationLookup>();

    public override void Map(FeatureRoutes routes)
    {
        var streets = routes.District.MapGroup("/streets").WithTags("Streets");
        OrganisationQueries.MapStreets(streets);
        RegisterStreetEndpoint.Map(streets);

        var street = routes.Street.MapGroup("").WithTags("Organisation");
        OrganisationQueries.Map(street);
        RegisterCommunityEndpoint.Map(street);
        RegisterUnitEndpoint.Map(street);
        RegisterPostEndpoint.Map(street);
        HandOverPostEndpoint.Map(street);
    }
}
