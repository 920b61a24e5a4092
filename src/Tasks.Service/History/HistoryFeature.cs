using Campaign.ServiceDefaults;

namespace Campaign.Tasks.History;

/// <summary>任务经过: what became of an assignment, in sentences.</summary>
internal sealed class HistoryFeature : Feature
{
    public override void Map(FeatureRoutes routes) =>
        AssignmentHistoryQuery.Map(routes.Street.MapGroup("/assignments").WithTags("Assignments"));
}
