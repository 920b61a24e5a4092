using Campaign.EventStore;
using Campaign.Integration.Feed;
using Campaign.ServiceDefaults;
using Campaign.ServiceDefaults.Messaging;
using MassTransit;

namespace Campaign.Integration;

/// <summary>The two doors of the service, and its table of contents.</summary>
internal static class IntegrationModule
{
    public static EventTypes Events { get; } = new EventTypes().Add<FeedEntryAdded>();

    public static void AddIntegration(this WebApplicationBuilder builder) =>
        builder.AddCampaignService("integration", Events, typeof(IntegrationModule).Assembly, new NothingPublished(), bus =>
            {
                foreach (var contract in FeedConsumers.Contracts) bus.AddConsumer(typeof(FeedConsumer<>).MakeGenericType(contract));
            })
            .AddProjection<FeedProjection>(ProjectionMode.Subscribed);

    public static void MapIntegration(this WebApplication app)
    {
        app.UseCampaignService();
        app.MapOpenApi();
        FeedEndpoint.Map(app);
    }
}

/// <summary>This service listens to the others; they do not listen to it.</summary>
internal sealed class NothingPublished : IPublishedEvents
{
    public object? ToContract(RecordedEvent @event) => null;
}
