using Campaign.EventStore;
using Campaign.ServiceDefaults;

namespace Campaign.Scoring.Weeks;

/// <summary>周通报: a week in figures, cases and ranks.</summary>
internal sealed class WeeksFeature : Feature
{
    public override void AddEvents(EventTypes events) => events
        .Add<WeekNoticePublished>().Add<WeekNoticeNumbered>();

    public override void AddProjections(EventStoreBuilder store) => store.AddProjection<WeekNoticeProjection>(ProjectionMode.Inline);

    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<WeekSources>();
        services.AddSingleton<WeekNoticeReader>();
    }

    public override void Map(FeatureRoutes routes)
    {
        var weeks = routes.Street.MapGroup("/weeks").WithTags("Weeks");
        WeekDraftEndpoints.Map(weeks);
        PublishWeekEndpoint.Map(weeks);
        CorrectWeekEndpoint.Map(weeks);
        WeekNoticeList.Map(routes.Street.MapGroup("/week-notices").WithTags("Weeks"));
    }
}
