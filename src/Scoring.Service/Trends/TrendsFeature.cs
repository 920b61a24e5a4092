using Campaign.ServiceDefaults;

namespace Campaign.Scoring.Trends;

/// <summary>Months one after another: of a subject, and of the street.</summary>
internal sealed class TrendsFeature : Feature
{
    public override void AddServices(IServiceCollection services) => services.AddSingleton<TrendQuery>().AddSingleton<StreetTrendQuery>();

    public override void Map(FeatureRoutes routes)
    {
        TrendEndpoint.Map(routes.Street.MapGroup("/subjects").WithTags("Subjects"));
        StreetTrendEndpoint.Map(routes.Street.MapGroup("/figures").WithTags("Figures"));
    }
}
