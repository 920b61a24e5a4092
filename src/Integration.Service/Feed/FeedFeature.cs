using Campaign.EventStore;
using Campaign.ServiceDefaults;
using MassTransit;

namespace Campaign.Integration.Feed;

/// <summary>Every fact of the platform, for those who pull.</summary>
internal sealed class FeedFeature : Feature
{
    public override void AddEvents(EventTypes events) => events.Add<FeedEntryAdded>();

    public override void AddProjections(EventStoreBuilder store) => store.AddProjection<FeedProjection>(ProjectionMode.Subscribed);

    public override void AddConsumers(IBusRegistrationConfigurator bus)
    {
        foreach (var contract in FeedConsumers.Contracts) bus.AddConsumer(typeof(FeedConsumer<>).MakeGenericType(contract));
    }

    public override void Map(FeatureRoutes routes) => FeedEndpoint.Map(routes.App);
}
