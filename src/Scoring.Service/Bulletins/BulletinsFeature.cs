using Campaign.EventStore;
using Campaign.ServiceDefaults;

namespace Campaign.Scoring.Bulletins;

/// <summary>通报: publishing a month, and the forms a bulletin is given in.</summary>
internal sealed class BulletinsFeature : Feature
{
    public override void AddEvents(EventTypes events) => events
        .Add<BulletinPublished>().Add<LetterheadSet>();

    public override void AddProjections(EventStoreBuilder store) => store
        .AddProjection<BulletinProjection>(ProjectionMode.Inline)
        .AddProjection<LetterheadProjection>(ProjectionMode.Inline);

    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<BulletinSources>();
        services.AddSingleton<BulletinReader>();
        services.AddSingleton<BulletinDrafts>();
    }

    public override void Map(FeatureRoutes routes)
    {
        var months = routes.Street.MapGroup("/months").WithTags("Months");
        PublishBulletinEndpoint.Map(months);
        BulletinDraftEndpoint.Map(months);
        LetterheadEndpoints.Map(routes.Street.MapGroup("/letterhead").WithTags("Bulletins"));
        BulletinList.Map(routes.Street.MapGroup("/bulletins").WithTags("Bulletins"));
    }
}
