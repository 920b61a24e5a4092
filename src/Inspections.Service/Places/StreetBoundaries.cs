using Campaign.EventStore;

namespace Campaign.Inspections.Places;

/// <summary>社区边界: the street's boundaries were set as a whole.</summary>
/// <param name="GivenIn">What the degrees were given in; those of the event are WGS-84.</param>
internal sealed record BoundariesSet(
    IReadOnlyList<Stored.CommunityBoundary> Communities, CoordinateSystem GivenIn, DateTimeOffset At) : IBoundaryEvent;

internal interface IBoundaryEvent;

internal sealed record StreetBoundaries(IReadOnlyList<CommunityBoundary> Communities) : IAggregate<StreetBoundaries, IBoundaryEvent>
{
    public static StreetBoundaries Initial { get; } = new([]);

    public StreetBoundaries Evolve(IBoundaryEvent @event) => @event switch
    {
        BoundariesSet e => new([.. e.Communities.Select(boundary => boundary.ToCommunityBoundary())]),
    };

    public static StreamId<StreetBoundaries> Stream(string street) => StreamId<StreetBoundaries>.Named(street, "boundaries");
}
