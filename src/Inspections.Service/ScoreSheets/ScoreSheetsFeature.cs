using Campaign.EventStore;
using Campaign.ServiceDefaults;

namespace Campaign.Inspections.ScoreSheets;

/// <summary>评分表.</summary>
internal sealed class ScoreSheetsFeature : Feature
{
    public override void AddEvents(EventTypes events) => events.Add<ScoreSheetIssued>();

    public override void AddProjections(EventStoreBuilder store) => store.AddProjection<ScoreSheetsProjection>(ProjectionMode.Inline);

    public override void AddServices(IServiceCollection services) => services.AddSingleton<SheetVersions>();

    public override void Map(FeatureRoutes routes)
    {
        var sheets = routes.Street.MapGroup("/sheets").WithTags("ScoreSheets");
        ScoreSheetQueries.Map(sheets);
        IssueScoreSheetEndpoint.Map(sheets);
        ImportScoreSheetEndpoint.Map(sheets);
    }
}
