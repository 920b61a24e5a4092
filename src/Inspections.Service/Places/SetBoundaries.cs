using Campaign.EventStore;
using Campaign.Inspections.Kernel;

namespace Campaign.Inspections.Places;

internal sealed record SetBoundaries(IReadOnlyList<CommunityBoundary> Communities, CoordinateSystem GivenIn, DateTimeOffset Now)
{
    public Decision Decide(StreetBoundaries boundaries) => StoredJson.Same(boundaries.Communities, Communities)
        ? Decision.Nothing
        : Decision.Of(new BoundariesSet([.. Communities.Select(Stored.CommunityBoundary.Of)], GivenIn, Now));
}
