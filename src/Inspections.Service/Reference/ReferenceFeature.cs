using Campaign.EventStore;
using Campaign.ServiceDefaults;
using MassTransit;

namespace Campaign.Inspections.Reference;

/// <summary>The list of categories, and what Tasks says of streets, units and communities.</summary>
internal sealed class ReferenceFeature : Feature
{
    public override void AddEvents(EventTypes events) =>
        events.Add<FindingCategoriesSet>().Add<StreetNoted>().Add<UnitNoted>().Add<CommunityNoted>().Add<HeadingWordsNoted>();

    public override void AddProjections(EventStoreBuilder store) => store
        .AddProjection<CategoriesProjection>(ProjectionMode.Inline)
        .AddProjection<StreetsAndUnitsProjection>(ProjectionMode.Inline);

    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<Categories>().AddSingleton<KnownStreets>().AddSingleton<KnownUnits>().AddSingleton<KnownCommunities>()
        .AddSingleton<KnownHeadingWords>();

    public override void AddConsumers(IBusRegistrationConfigurator bus) => bus.AddConsumer<ReferenceConsumer>();

    public override void Map(FeatureRoutes routes) => CategoriesEndpoints.Map(routes.District.MapGroup("").WithTags("Reference"));
}
