using System.Reflection;
using Campaign.EventStore;
using Campaign.Messaging;
using Campaign.ServiceDefaults.Erasure;
using Campaign.Web;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.ServiceDefaults;

/// <summary>The composition all event-sourced services share: two calls, and what follows is the service's own.</summary>
public static class CampaignService
{
    /// <param name="name">
    /// Name of the service, of its queue and of its connection string; where <c>NAME-owner</c>
    /// is one too, the schema is changed by that role alone.
    /// </param>
    /// <param name="events">The events of its streams, see <see cref="Features.Events"/>.</param>
    /// <param name="assembly">Where its validators and <c>Schema/*.sql</c> are.</param>
    /// <param name="published">What it tells the others.</param>
    public static void AddCampaignService(
        this WebApplicationBuilder builder, string name, IReadOnlyList<Feature> features, EventTypes events, Assembly assembly,
        IIntegrationEventMapper published)
    {
        var store = builder.AddCampaignService(name, events, assembly, published, bus =>
        {
            foreach (var feature in features) feature.AddConsumers(bus);
        });
        foreach (var feature in features)
        {
            feature.AddProjections(store);
            feature.AddServices(builder.Services);
        }
    }

    private static EventStoreBuilder AddCampaignService(
        this WebApplicationBuilder builder, string name, EventTypes events, Assembly assembly, IIntegrationEventMapper published,
        Action<IBusRegistrationConfigurator> consumers)
    {
        builder.AddServiceDefaults(name);
        builder.Services.AddCampaignIdentity(builder.Configuration);
        builder.Services.AddValidators(typeof(MessagingDefaults).Assembly);
        builder.Services.AddValidators(typeof(CampaignService).Assembly);
        builder.Services.AddValidators(assembly);
        builder.Services.AddSingleton(published);
        builder.Services.AddCommands();
        builder.Services.AddSingleton<ErasureRegister>().AddSingleton<ErasureSweep>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ErasureSweep>());
        builder.Services.AddCampaignMessaging(builder.Configuration, new ServiceName(name), consumers);
        var connectionString = builder.Configuration.GetConnectionString(name)
            ?? throw new InvalidOperationException($"ConnectionStrings:{name} is not configured.");
        return builder.Services.AddEventStore(connectionString, events, builder.Configuration.GetConnectionString($"{name}-owner"))
            .AddReadModel(typeof(Commands).Assembly)
            .AddReadModel(assembly)
            .AddSubscription<IntegrationEventPublisher>();
    }

    public static WebApplication UseCampaignService(this WebApplication app)
    {
        app.UseServiceDefaults();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseIdempotency();
        app.MapDeadLetters();
        app.MapErasures();
        return app;
    }
}
