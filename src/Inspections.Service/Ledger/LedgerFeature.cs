using Campaign.EventStore;
using Campaign.ServiceDefaults;

namespace Campaign.Inspections.Ledger;

/// <summary>台账: the list, the map, the export and the history of findings.</summary>
internal sealed class LedgerFeature : ServiceDefaults.Feature
{
    public override void AddProjections(EventStoreBuilder store) => store.AddProjection<RoundsProjection>(ProjectionMode.Inline);

    public override void Map(FeatureRoutes routes)
    {
        var findings = routes.Street.MapGroup("/findings").WithTags("Findings");
        LedgerQueries.Map(findings);
        LedgerMap.Map(findings);
        LedgerExport.Map(findings);
        FindingQueries.Map(findings);
    }
}
