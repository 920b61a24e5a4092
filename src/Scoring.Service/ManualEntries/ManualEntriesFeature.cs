using Campaign.EventStore;
using Campaign.ServiceDefaults;

namespace Campaign.Scoring.ManualEntries;

/// <summary>人工登记.</summary>
internal sealed class ManualEntriesFeature : Feature
{
    public override void AddEvents(EventTypes events) => events
        .Add<ManualEntryMade>();

    public override void AddProjections(EventStoreBuilder store) => store.AddProjection<ManualEntryProjection>(ProjectionMode.Inline);

    public override void Map(FeatureRoutes routes)
    {
        var entries = routes.Street.MapGroup("/manual-entries").WithTags("ManualEntries");
        ManualEntryList.Map(entries);
        MakeManualEntryEndpoint.Map(entries);
    }
}
