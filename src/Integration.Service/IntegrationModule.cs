using Campaign.EventStore;
using Campaign.Integration.Feed;
using Campaign.ServiceDefaults;

namespace Campaign.Integration;

/// <summary>The two doors of the service, and its table of contents.</summary>
internal static class IntegrationModule
{
    private static readonly Feature[] Features = [new FeedFeature()];

    public static EventTypes Events { get; } = Features.Events();

    public static void AddIntegration(this WebApplicationBuilder builder) =>
        builder.AddCampaignService("integration", Features, Events, typeof(IntegrationModule).Assembly, new NothingPublished());

    public static void MapIntegration(this WebApplication app) => app.MapFeatures(Features);
}
