using Campaign.EventStore;
using Campaign.ServiceDefaults.Erasure;
using Campaign.Web;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.ServiceDefaults;

/// <summary>
/// One folder of a service, which says itself what it brings. The service is the list of its features; a slice is added in its folder
/// and nowhere else.
/// </summary>
public abstract class Feature
{
    /// <summary>The events of its streams; the name of each in the stream is pinned by docs/events.md.</summary>
    public virtual void AddEvents(EventTypes events)
    {
    }

    /// <summary>Its projections and subscriptions, in the order in which they run.</summary>
    public virtual void AddProjections(EventStoreBuilder store)
    {
    }

    /// <summary>What its handlers and queries need.</summary>
    public virtual void AddServices(IServiceCollection services)
    {
    }

    /// <summary>What it hears from other services.</summary>
    public virtual void AddConsumers(IBusRegistrationConfigurator bus)
    {
    }

    /// <summary>What it answers over HTTP.</summary>
    public virtual void Map(FeatureRoutes routes)
    {
    }
}

/// <param name="Street">Below <c>/api/streets/{street}</c>, see <see cref="Guards.MapStreet"/>; arguments are validated.</param>
/// <param name="District">Below <c>/api/district</c>, see <see cref="Guards.MapDistrict"/>; arguments are validated.</param>
public sealed record FeatureRoutes(WebApplication App, RouteGroupBuilder Street, RouteGroupBuilder District);

/// <summary>A service as the list of its features.</summary>
public static class Features
{
    public static EventTypes Events(this IEnumerable<Feature> features)
    {
        var events = new EventTypes();
        foreach (var feature in features) feature.AddEvents(events);
        return events.MaskEach(data => FreeText.Masked(data, events.Json));
    }

    /// <param name="configureStreet">What all routes of a street have besides.</param>
    public static void MapFeatures(
        this WebApplication app, IEnumerable<Feature> features, Action<RouteGroupBuilder>? configureStreet = null)
    {
        app.UseCampaignService();
        app.MapOpenApi();
        var routes = new FeatureRoutes(app, app.MapStreet().WithConventions(), app.MapDistrict().WithConventions());
        configureStreet?.Invoke(routes.Street);
        foreach (var feature in features) feature.Map(routes);
    }
}
