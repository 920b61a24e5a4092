using Campaign.EventStore;
using Campaign.Messaging;

namespace Campaign.Integration.Feed;

/// <summary>This service listens to the others; they do not listen to it.</summary>
internal sealed class NothingPublished : IIntegrationEventMapper
{
    public object? ToContract(RecordedEvent @event) => null;
}
