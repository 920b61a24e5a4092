using Campaign.EventStore;
using Campaign.ServiceDefaults;

namespace Campaign.Tasks.Imports;

/// <summary>What imports of plans and of the census have in common: 表头用词 of the office.</summary>
internal sealed class ImportsFeature : Feature
{
    public override void AddEvents(EventTypes events) => events.Add<HeadingWordsSet>();

    public override void Map(FeatureRoutes routes) => HeadingWordsEndpoints.Map(routes.Street);
}
