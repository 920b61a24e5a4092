using System.Diagnostics;
using Campaign.EventStore;
using MassTransit;

namespace Campaign.Messaging;

public static class Consuming
{
    /// <summary>
    /// Lets an aggregate decide on a fact from another service. Event ids derive from the message id, so a redelivery
    /// appends nothing; the message is acknowledged after the commit.
    /// </summary>
    /// <exception cref="IntegrationEventRefusedException">The decision refused: perhaps an older fact
    /// is still on its way, so the broker tries again.</exception>
    public static async Task<AppendResult<T>> Handle<T>(
        this IEventStore store, ConsumeContext message, StreamId<T> stream, Func<T, Decision> decide)
        where T : class, IAggregate<T>
    {
        var done = await store.Transact(stream, decide, message.TransactOptions(), message.CancellationToken);
        return done.Refusal is { } refusal ? throw new IntegrationEventRefusedException(stream, refusal) : done;
    }

    public static TransactOptions TransactOptions(this ConsumeContext message) => new(message.Metadata(), CausationId: message.MessageId);

    public static EventMetadata Metadata(this ConsumeContext message) => new(
        message.Headers.Get<string>(IntegrationEventPublisher.CorrelationHeader), message.MessageId?.ToString(), null,
        Activity.Current?.Id);
}

/// <summary>A fact that the receiving aggregate refuses; after the retries it waits in the error queue for an operator.</summary>
public sealed class IntegrationEventRefusedException(StreamId stream, Refusal refusal)
    : Exception($"{stream}: {refusal.Rule} {refusal.Detail}");
