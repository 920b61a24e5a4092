using System.Diagnostics;
using Campaign.EventStore;
using MassTransit;

namespace Campaign.Messaging;

/// <summary>What a service tells the others: committed event → contract, or null for what stays inside. Pure.</summary>
public interface IIntegrationEventMapper
{
    object? ToContract(RecordedEvent @event);
}

/// <summary>
/// The stream is the outbox: every committed event that has a contract is published, and the position moves after the
/// broker's confirm. The message id is the event id, so that a page which comes again is recognised.
/// </summary>
public sealed class IntegrationEventPublisher(IBus bus, IIntegrationEventMapper published) : ISubscription
{
    public const string CorrelationHeader = "campaign-correlation-id";
    // The client may lose a confirm together with its connection and never say so.
    private static readonly TimeSpan LongestConfirm = TimeSpan.FromSeconds(15);
    private static readonly ActivitySource Source = new(MessagingDefaults.TelemetryName);

    public string Name => "publisher";

    /// <exception cref="TimeoutException">The broker is away or does not confirm; the page is to come again.</exception>
    public async Task Handle(SubscriptionPage page, CancellationToken cancellation)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var confirmed = Task.WhenAll(
            from recorded in page.Events
            let contract = published.ToContract(recorded)
            where contract is not null
            select Publish(recorded, contract, waiting.Token));
        try
        {
            await confirmed.WaitAsync(LongestConfirm, cancellation);
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"RabbitMQ has not confirmed within {LongestConfirm.TotalSeconds:0} s what is published.", late);
        }
        finally
        {
            await waiting.CancelAsync();
        }
    }

    private async Task Publish(RecordedEvent recorded, object contract, CancellationToken cancellation)
    {
        using var activity = Source.StartActivity("publish", ActivityKind.Producer, recorded.Metadata.TraceParent);
        await bus.Publish(contract, contract.GetType(), context =>
        {
            context.MessageId = recorded.Id;
            if (recorded.Metadata.CorrelationId is { } correlation) context.Headers.Set(CorrelationHeader, correlation);
        }, cancellation);
    }
}
