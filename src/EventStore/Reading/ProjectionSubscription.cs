namespace Campaign.EventStore;

/// <summary>A subscribed projection is a subscription whose only effect is its writes.</summary>
internal sealed class ProjectionSubscription(IProjection projection) : ISubscription
{
    public string Name { get; } = NameOf(projection);

    public static string NameOf(IProjection projection) => projection.GetType().Name;

    public Task Handle(SubscriptionPage page, CancellationToken cancellation)
    {
        foreach (var @event in page.Events) projection.Project(@event, page.Writes);
        return Task.CompletedTask;
    }
}

internal sealed record RegisteredSubscription(ISubscription Subscription);
