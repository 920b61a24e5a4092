using Campaign.EventStore;
using Campaign.ServiceDefaults;

namespace Campaign.Tasks.Reports;

/// <summary>周报 and 半年小结, drafted from what happened.</summary>
internal sealed class ReportsFeature : Feature
{
    public override void AddProjections(EventStoreBuilder store) => store.AddProjection<MilestoneProjection>(ProjectionMode.Inline);

    public override void AddServices(IServiceCollection services) => services.AddSingleton<ReportFactsQuery>().AddSingleton<ReportDesk>();

    public override void Map(FeatureRoutes routes) => ReportEndpoints.Map(routes.Street.MapGroup("/reports").WithTags("Reports"));
}
