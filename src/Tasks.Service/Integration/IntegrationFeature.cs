using Campaign.ServiceDefaults;
using MassTransit;

namespace Campaign.Tasks.Integration;

/// <summary>What is heard from Inspections; what is told is in <see cref="IntegrationEventMapper"/>.</summary>
internal sealed class IntegrationFeature : Feature
{
    public override void AddConsumers(IBusRegistrationConfigurator bus) => bus.AddConsumer<FindingConsumer>();
}
