using Campaign.ServiceDefaults;

namespace Campaign.Inspections.Figures;

/// <summary>统计指标, each with the list of exactly what it counts.</summary>
internal sealed class FiguresFeature : Feature
{
    public override void Map(FeatureRoutes routes)
    {
        FigureQueries.MapDistrict(routes.District);
        var findings = routes.Street.MapGroup("/findings").WithTags("Findings");
        RoundQueries.Map(findings);
        FigureQueries.Map(findings);
    }
}
