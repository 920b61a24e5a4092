using Campaign.EventStore;
using Campaign.ServiceDefaults;
using MassTransit;

namespace Campaign.Scoring.Inbox;

/// <summary>What other services tell, kept once whatever its order.</summary>
internal sealed class InboxFeature : Feature
{
    public override void AddProjections(EventStoreBuilder store) => store.AddProjection<IngestProjection>(ProjectionMode.Inline);

    public override void AddConsumers(IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<FindingConsumer>();
        bus.AddConsumer<InspectionConsumer>();
        bus.AddConsumer<AssignmentConsumer>();
        bus.AddConsumer<RegistrationConsumer>();
    }

    public override void Map(FeatureRoutes routes) =>
        IngestStatusEndpoint.Map(routes.Street.MapGroup("/scorecards").WithTags("Scorecards"));
}
