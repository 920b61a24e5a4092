using Campaign.ServiceDefaults;

namespace Campaign.Inspections.Imports;

/// <summary>历史台账导入, as JSON and as a workbook.</summary>
internal sealed class ImportsFeature : Feature
{
    public override void AddServices(IServiceCollection services) => services.AddSingleton<LedgerImport>();

    public override void Map(FeatureRoutes routes)
    {
        ImportHistoryEndpoint.Map(routes.Street);
        ImportWorkbookEndpoint.Map(routes.Street);
    }
}
