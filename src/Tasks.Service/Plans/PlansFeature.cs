using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.Tasks.Assignments;

namespace Campaign.Tasks.Plans;

/// <summary>工作方案: documents whose assignments are issued together.</summary>
internal sealed class PlansFeature : Feature
{
    public override void AddEvents(EventTypes events) =>
        events.Add<PlanImported>().Add<PlanExtended>().Add<PlanRevised>().Add<PlanReferenceResolved>();

    public override void AddProjections(EventStoreBuilder store) => store.AddProjection<PlanListProjection>(ProjectionMode.Inline);

    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<PlanImporter>().AddSingleton<IPlanTitles, PlanTitles>();

    public override void Map(FeatureRoutes routes)
    {
        var plans = routes.Street.MapGroup("/plans").WithTags("Plans");
        PlanQueries.Map(plans);
        ImportPlanEndpoints.Map(plans);
        ResolveReferenceEndpoint.Map(plans);
    }
}
