using Campaign.EventStore;
using Campaign.ServiceDefaults;
using MassTransit;

namespace Campaign.Tasks.Responsibility;

/// <summary>责任体系: who answers for what.</summary>
internal sealed class ResponsibilityFeature : Feature
{
    public override void AddEvents(EventTypes events) => events.Add<ResponsibilityMapDrawn>().Add<FindingCategoriesNoted>();

    public override void AddConsumers(IBusRegistrationConfigurator bus) => bus.AddConsumer<CategoriesConsumer>();

    public override void Map(FeatureRoutes routes)
    {
        var street = routes.Street.MapGroup("").WithTags("Organisation");
        ResponsibilityQueries.Map(street);
        DrawResponsibilityMapEndpoint.Map(street);
    }
}
