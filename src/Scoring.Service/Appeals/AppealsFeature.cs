using Campaign.EventStore;
using Campaign.Scoring.Months;
using Campaign.ServiceDefaults;

namespace Campaign.Scoring.Appeals;

/// <summary>申诉 against one line of an announced score.</summary>
internal sealed class AppealsFeature : Feature
{
    public override void AddEvents(EventTypes events) => events
        .Add<AppealLodged>().Add<AppealReviewed>().Add<AppealUpheld>().Add<AppealDismissed>().Add<AppealTermSet>();

    public override void AddProjections(EventStoreBuilder store) => store.AddProjection<AppealProjection>(ProjectionMode.Inline);

    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<AppealList>();
        services.AddSingleton<AnnouncedLines>();
        services.AddSingleton<IWaiverSource, UpheldAppeals>();
        services.AddSingleton<IClosingCheck, OpenAppealsCheck>();
    }

    public override void Map(FeatureRoutes routes)
    {
        var appeals = routes.Street.MapGroup("/appeals").WithTags("Appeals");
        LodgeAppealEndpoint.Map(appeals);
        ReviewAppealEndpoint.Map(appeals);
        DecideAppealEndpoint.Map(appeals);
        AppealTermEndpoints.Map(appeals);
        AppealList.Map(appeals);
    }
}
