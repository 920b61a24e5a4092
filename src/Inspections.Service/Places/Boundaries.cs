using Campaign.EventStore;
using Campaign.Inspections.Findings;
using Campaign.Inspections.Reference;

namespace Campaign.Inspections.Places;

/// <summary>社区边界: the street's boundaries were set as a whole.</summary>
/// <param name="GivenIn">What the degrees were given in; those of the event are WGS-84.</param>
internal sealed record BoundariesSet(IReadOnlyList<Stored.CommunityBoundary> Communities, CoordinateSystem GivenIn, DateTimeOffset At);

internal sealed record StreetBoundaries(IReadOnlyList<CommunityBoundary> Communities) : IAggregate<StreetBoundaries>
{
    public static StreetBoundaries Initial { get; } = new([]);

    public StreetBoundaries Evolve(object @event) =>
        @event is BoundariesSet e ? new([.. e.Communities.Select(boundary => boundary.ToCommunityBoundary())]) : this;

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

/// <summary>Which community a point lies in.</summary>
internal static class CommunityAt
{
    /// <summary>Those whose box holds the point.</summary>
    public const string Query =
        $"""
         SELECT asked.number, b.community, b.polygons::text FROM {PlaceAsked.Rows}
         JOIN community_boundaries b ON b.street = asked.street AND asked.longitude BETWEEN b.west AND b.east AND asked.latitude BETWEEN b.south AND b.north
         ORDER BY b.community
         """;

    /// <param name="near">In the order of their codes: a point on the line between two communities lies in the first.</param>
    /// <returns>Null where no boundary is loaded or none holds the point.</returns>
    public static string? Of(Point point, IEnumerable<(string Community, string Polygons)> near) => near
        .Select(row => new CommunityBoundary(row.Community, ByValue.Of<IReadOnlyList<IReadOnlyList<IReadOnlyList<double>>>>(row.Polygons)))
        .FirstOrDefault(boundary => boundary.Covers(point))?.Community;
}
