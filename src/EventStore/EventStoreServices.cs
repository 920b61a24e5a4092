using System.Reflection;
using Campaign.EventStore.OnMarten;
using Marten;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Campaign.EventStore;

/// <summary>The module's one door for composition.</summary>
public static class EventStoreServices
{
    /// <summary>
    /// Registers <see cref="IEventStore"/> and an <see cref="NpgsqlDataSource"/> on the database of
    /// <paramref name="connectionString"/>. Before anything else starts, the host waits for PostgreSQL, creates the database
    /// if it is missing and brings its schema up to date.
    /// </summary>
    /// <param name="ownerConnectionString">
    /// The role that makes the database and its tables, and grants the role of <paramref name="connectionString"/> what it needs to serve:
    /// to read and write rows. Null where one role does both.
    /// </param>
    public static EventStoreBuilder AddEventStore(
        this IServiceCollection services, string connectionString, EventTypes types, string? ownerConnectionString = null)
    {
        DapperTypes.Register();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(types);
        services.AddSingleton(
            provider => EventStoreOptions.From(connectionString, ownerConnectionString, provider.GetService<IConfiguration>()));
        services.AddSingleton(provider => provider.GetRequiredService<EventStoreOptions>().DataSource());
        services.AddSingleton<DedicatedConnections>();
        services.AddSingleton<InlineProjections>();
        services.AddSingleton<AppendSignal>();
        services.AddSingleton<DatabaseState>();
        services.AddSingleton<SchemaUpdate>();
        services.AddSingleton<SubscriptionFaults>();
        services.AddSingleton<GapWaits>();
        services.AddSingleton(provider => new SubscriptionStatuses(
            provider.GetRequiredService<NpgsqlDataSource>(), provider.GetRequiredService<SubscriptionFaults>(),
            provider.GetRequiredService<GapWaits>(),
            provider.GetServices<RegisteredSubscription>().Select(registered => registered.Subscription.Name)));
        services.AddSingleton(provider => new ProjectionRebuild(
            provider.GetRequiredService<DedicatedConnections>(), provider.GetServices<RegisteredProjection>(),
            provider.GetRequiredService<SchemaUpdate>(), types, provider.GetRequiredService<ILogger<ProjectionRebuild>>()));
        services.AddSingleton(provider => new HighWaterSnapshot(provider.GetRequiredService<NpgsqlDataSource>()));
        services.AddSingleton(provider => new PointInTimeReplay(
            provider.GetRequiredService<DedicatedConnections>(), provider.GetServices<RegisteredProjection>(),
            provider.GetRequiredService<SchemaUpdate>(), types, provider.GetRequiredService<EventStoreOptions>()));
        services.AddMarten(_ => MartenSettings.Of(types)).UseLightweightSessions().UseNpgsqlDataSource();
        services.AddSingleton<AppendSession>();
        services.AddSingleton<StreamVersions>();
        services.AddSingleton<AppendBatcher>();
        services.AddSingleton<ReadBatcher>();
        services.AddSingleton<IEventStore, MartenEventStore>();
        services.AddSingleton(
            provider => new StreamKeeping(
                provider.GetRequiredService<IDocumentStore>(), provider.GetRequiredService<NpgsqlDataSource>(), types));
        services.AddHostedService<SchemaStartup>();
        services.AddHostedService<LagMeter>();
        services.AddHealthChecks().AddCheck<EventStoreHealth>("eventstore", tags: ["ready"]);
        return new EventStoreBuilder(services);
    }

    /// <summary>
    /// Adds the embedded <c>*.read.sql</c> and <c>*.app.sql</c> scripts of an assembly to the schema of the service. The
    /// former make tables in schema <c>read</c>, rebuilt from the events; the latter make tables in <c>app</c>, kept for good.
    /// </summary>
    public static IServiceCollection AddSchemaScripts(this IServiceCollection services, Assembly assembly)
        => services.AddSingleton(new SchemaAssembly(assembly));
}

public sealed class EventStoreBuilder(IServiceCollection services)
{
    public IServiceCollection Services { get; } = services;

    /// <inheritdoc cref="EventStoreServices.AddSchemaScripts"/>
    public EventStoreBuilder AddReadModel(Assembly assembly)
    {
        Services.AddSchemaScripts(assembly);
        return this;
    }

    public EventStoreBuilder AddProjection<T>(ProjectionMode mode) where T : class, IProjection
    {
        Services.AddSingleton<T>();
        Services.AddSingleton(provider => new RegisteredProjection(provider.GetRequiredService<T>(), mode));
        if (mode is ProjectionMode.Subscribed) AddRunner(provider => new ProjectionSubscription(provider.GetRequiredService<T>()));
        return this;
    }

    public EventStoreBuilder AddSubscription<T>() where T : class, ISubscription
    {
        Services.AddSingleton<T>();
        AddRunner(provider => provider.GetRequiredService<T>());
        return this;
    }

    private void AddRunner(Func<IServiceProvider, ISubscription> subscription)
    {
        Services.AddSingleton(provider => new RegisteredSubscription(subscription(provider)));
        Services.AddSingleton<IHostedService>(
            provider => ActivatorUtilities.CreateInstance<SubscriptionRunner>(provider, subscription(provider)));
    }
}
