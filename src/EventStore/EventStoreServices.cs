using Microsoft.Extensions.DependencyInjection;

namespace Campaign.EventStore;

/// <summary>The module's one door for composition.</summary>
public static class EventStoreServices
{
    /// <summary>
    /// Registers <see cref="IEventStore"/> on the database of <paramref name="connectionString"/>, its schema at start
    /// (event tables, then <c>Schema/*.sql</c> of the service's assembly), its projections and its subscriptions.
    /// </summary>
    public static EventStoreBuilder AddEventStore(this IServiceCollection services, string connectionString, EventTypes types)
        => throw new InvalidOperationException("not yet");
}

public sealed class EventStoreBuilder(IServiceCollection services)
{
    public IServiceCollection Services { get; } = services;

    public EventStoreBuilder AddProjection<T>(ProjectionMode mode) where T : class, IProjection => this;

    public EventStoreBuilder AddSubscription<T>() where T : class, ISubscription => this;
}
