using Campaign.ServiceDefaults;

namespace Campaign.Scoring.Corrections;

/// <summary>更正通报.</summary>
internal sealed class CorrectionsFeature : Feature
{
    public override void AddServices(IServiceCollection services) => services.AddSingleton<MonthCorrecting>();

    public override void Map(FeatureRoutes routes)
    {
        var months = routes.Street.MapGroup("/months").WithTags("Months");
        CorrectMonthEndpoint.Map(months);
        CorrectionDraftEndpoint.Map(months);
    }
}
