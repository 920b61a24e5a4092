using Campaign.EventStore;
using Campaign.ServiceDefaults;

namespace Campaign.Inspections.Imports;

/// <summary>历史台账导入, as JSON and as a workbook, and 撤回导入.</summary>
internal sealed class ImportsFeature : Feature
{
    public override void AddEvents(EventTypes events) => events.Add<LedgerImported>().Add<LedgerImportWithdrawn>();

    public override void AddProjections(EventStoreBuilder store) => store.AddProjection<ImportListProjection>(ProjectionMode.Inline);

    public override void AddServices(IServiceCollection services) =>
        services.AddSingleton<LedgerStreams>().AddSingleton<LedgerImport>().AddSingleton<WithdrawImportHandler>();

    public override void Map(FeatureRoutes routes)
    {
        ImportHistoryEndpoint.Map(routes.Street);
        ImportWorkbookEndpoint.Map(routes.Street);
        WithdrawImportEndpoint.Map(routes.Street);
        ImportListQuery.Map(routes.Street);
    }
}
