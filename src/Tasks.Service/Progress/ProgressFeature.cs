using Campaign.EventStore;
using Campaign.ServiceDefaults;

namespace Campaign.Tasks.Progress;

/// <summary>进展 and the work in numbers.</summary>
internal sealed class ProgressFeature : Feature
{
    public override void AddEvents(EventTypes events) => events.Add<ProgressReported>();

    public override void AddProjections(EventStoreBuilder store) => store.AddProjection<ProgressProjection>(ProjectionMode.Inline);

    public override void Map(FeatureRoutes routes)
    {
        var assignments = routes.Street.MapGroup("/assignments").WithTags("Assignments");
        ProgressQueries.Map(assignments);
        ReportProgressEndpoint.Map(assignments);
        WorkStatisticsQueries.Map(routes.Street.MapGroup("/work-statistics").WithTags("WorkStatistics"));
    }
}
