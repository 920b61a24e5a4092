using System.Reflection;
using Campaign.EventStore;
using Campaign.ServiceDefaults.Http;
using Campaign.ServiceDefaults.Identity;
using Campaign.ServiceDefaults.Messaging;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.ServiceDefaults;

/// <summary>The composition all event-sourced services share: two calls, and what follows is the service's own.</summary>
public static class CampaignService
{
    /// <param name="name">
    /// Name of the service, of its queue and of its connection string; where <c>NAME-owner</c> is one too, the schema is changed by that role alone.
    /// </param>
    /// <param name="types">The events of its streams.</param>
    /// <param name="assembly">Where its validators and <c>Schema/*.sql</c> are.</param>
    /// <param name="published">What it tells the others.</param>
    /// <param name="consumers">What it listens to; null when nothing.</param>
    public static EventStoreBuilder AddCampaignService(
        this WebApplicationBuilder builder, string name, EventTypes types, Assembly assembly, IPublishedEvents published,
        Action<IBusRegistrationConfigurator>? consumers = null)
    {
        DapperTypes.Register();
        builder.AddServiceDefaults(name);
        builder.Services.AddCampaignIdentity(builder.Configuration);
        builder.Services.AddValidators(typeof(CampaignService).Assembly);
        builder.Services.AddValidators(assembly);
        builder.Services.AddSingleton(published);
        builder.Services.AddScoped<Commands>();
        builder.Services.AddHostedService<IdempotencyPurge>();
        builder.Services.AddCampaignMessaging(builder.Configuration, new ServiceName(name), consumers);
        var connectionString = builder.Configuration.GetConnectionString(name)
            ?? throw new InvalidOperationException($"ConnectionStrings:{name} is not configured.");
        return builder.Services.AddEventStore(connectionString, types, builder.Configuration.GetConnectionString($"{name}-owner"))
            .AddReadModel(typeof(CampaignService).Assembly)
            .AddReadModel(assembly)
            .AddSubscription<FactPublisher>();
    }

    public static WebApplication UseCampaignService(this WebApplication app)
    {
        app.UseServiceDefaults();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<Idempotency>();
        app.MapDeadLetters();
        return app;
    }
}
