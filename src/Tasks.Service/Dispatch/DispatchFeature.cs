using Campaign.ServiceDefaults;

namespace Campaign.Tasks.Dispatch;

/// <summary>下达: assignments that an office issues by hand.</summary>
internal sealed class DispatchFeature : Feature
{
    public override void Map(FeatureRoutes routes) =>
        IssueAssignmentEndpoint.Map(routes.Street.MapGroup("/assignments").WithTags("Assignments"));
}
