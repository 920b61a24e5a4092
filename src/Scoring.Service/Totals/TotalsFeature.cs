using Campaign.ServiceDefaults;

namespace Campaign.Scoring.Totals;

/// <summary>Half-years and years: total scores and total grades.</summary>
internal sealed class TotalsFeature : Feature
{
    public override void AddServices(IServiceCollection services) => services.AddSingleton<TotalsQuery>();

    public override void Map(FeatureRoutes routes)
    {
        TotalsEndpoint.Map(routes.Street);
        YearGradesEndpoint.Map(routes.Street);
    }
}
