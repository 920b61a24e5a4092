using Campaign.EventStore;
using Campaign.Inspections.Kernel;

namespace Campaign.Inspections.Places;

/// <summary>社区边界: the street's boundaries were set as a whole.</summary>
/// <param name="GivenIn">What the degrees were given in; those of the event are WGS-84.</param>
internal sealed record BoundariesSet(IReadOnlyList<Stored.CommunityBoundary> Communities, CoordinateSystem GivenIn, DateTimeOffset At) : IBoundaryEvent;

internal interface IBoundaryEvent;

internal sealed record StreetBoundaries(IReadOnlyList<CommunityBoundary> Communities) : IAggregate<StreetBoundaries, IBoundaryEvent>
{
    public static StreetBoundaries Initial { get; } = new([]);

    public StreetBoundaries Evolve(IBoundaryEvent @event) => @event switch
    {
        BoundariesSet e => new([.. e.Communities.Select(boundary => boundary.ToCommunityBoundary())]),
    };

    public static StreamId Stream(string street) => new(street, DeterministicGuid.From(Guid.Empty, "boundaries"));
}

internal sealed record SetBoundaries(IReadOnlyList<CommunityBoundary> Communities, CoordinateSystem GivenIn, DateTimeOffset Now)
{
    public Decision Decide(StreetBoundaries boundaries) => ByValue.Same(boundaries.Communities, Communities)
        ? Decision.Nothing
        : Decision.Of(new BoundariesSet([.. Communities.Select(Stored.CommunityBoundary.Of)], GivenIn, Now));
}

internal sealed class BoundariesProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        if (@event.Data is not BoundariesSet e) return;
        sql.Add("DELETE FROM community_boundaries WHERE street = $1", @event.Stream.Tenant);
        foreach (var boundary in e.Communities.Select(community => community.ToCommunityBoundary()))
        {
            var box = boundary.Box();
            sql.Add(
                "INSERT INTO community_boundaries (street, community, west, south, east, north, polygons) VALUES ($1, $2, $3, $4, $5, $6, $7::jsonb)",
                @event.Stream.Tenant, boundary.Community, box.West, box.South, box.East, box.North, ByValue.Json(boundary.Polygons));
        }
    }
}
