using Campaign.ServiceDefaults;

namespace Campaign.Scoring.FigureTables;

/// <summary>指标 of a month as the facts stand now, whole and in parts.</summary>
internal sealed class FigureTablesFeature : Feature
{
    public override void AddServices(IServiceCollection services) => services.AddSingleton<FigureQuery>();

    public override void Map(FeatureRoutes routes)
    {
        var figures = routes.Street.MapGroup("/figures").WithTags("Figures");
        FigureEndpoints.Map(figures);
        FigureSeriesEndpoint.Map(figures);
    }
}
