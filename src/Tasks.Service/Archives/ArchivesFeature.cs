using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.Tasks.Assignments;

namespace Campaign.Tasks.Archives;

/// <summary>档案资料: what is filed item by item.</summary>
internal sealed class ArchivesFeature : Feature
{
    public override void AddEvents(EventTypes events) => events.Add<BriefItemFiled>().Add<BriefItemRemoved>();

    public override void AddProjections(EventStoreBuilder store) => store.AddProjection<AssignmentItemsProjection>(ProjectionMode.Inline);

    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<IAssignmentKind, ArchiveKind>().AddSingleton<IItemCompleteness, ItemCompleteness>();

    public override void Map(FeatureRoutes routes)
    {
        var assignments = routes.Street.MapGroup("/assignments").WithTags("Assignments");
        AssignmentItemQueries.Map(assignments);
        FileItemEndpoints.Map(assignments);
    }
}
