using Campaign.EventStore;
using Campaign.ServiceDefaults;

namespace Campaign.Scoring.District;

/// <summary>The streets of the district beside each other, and its departments over all of them.</summary>
internal sealed class DistrictFeature : Feature
{
    public override void AddEvents(EventTypes events) => events.Add<DepartmentsSet>();

    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<StreetStandings>().AddSingleton<ComparisonQuery>().AddSingleton<DepartmentQuery>();

    public override void Map(FeatureRoutes routes)
    {
        ComparisonEndpoint.Map(routes.District);
        DistrictPolicies.Map(routes.District.MapGroup("/policies").WithTags("District"));
        var departments = routes.District.MapGroup("/departments").WithTags("District");
        DepartmentEndpoints.Map(departments);
        DepartmentScoreEndpoints.Map(departments);
        DepartmentPolicies.Map(departments.MapGroup("/policies"));
    }
}
