using Campaign.Inspections.Kernel;

namespace Campaign.Inspections.Places;

/// <summary>Which community a point lies in.</summary>
internal static class CommunityAt
{
    /// <summary>
    /// Those whose box holds the point, and the one that is named or, where none is, the one whose box is the nearest, for each of the
    /// points that are asked about.
    /// </summary>
    /// <param name="points">Rows <c>asked</c> with number, street, community, longitude and latitude.</param>
    public static string Query(string points) =>
        $"""
         SELECT asked.number, b.community, b.polygons::text FROM {points}
         JOIN community_boundaries b ON b.street = asked.street AND asked.longitude IS NOT NULL
         AND (b.community = asked.community
             OR asked.longitude BETWEEN b.west AND b.east AND asked.latitude BETWEEN b.south AND b.north)
         UNION
         SELECT asked.number, nearest.community, nearest.polygons::text FROM {points}
         CROSS JOIN LATERAL (
             SELECT b.community, b.polygons FROM community_boundaries b
             WHERE b.street = asked.street AND asked.longitude IS NOT NULL AND asked.community IS NULL
             ORDER BY power(greatest(b.south - asked.latitude, asked.latitude - b.north, 0), 2)
                 + power(greatest(b.west - asked.longitude, asked.longitude - b.east, 0) * cos(radians(asked.latitude)), 2), b.community
             LIMIT 1) AS nearest
         ORDER BY community
         """;

    /// <param name="near">In the order of their codes: a point on the line between two communities lies in the first.</param>
    /// <returns>Null where no boundary is loaded or none holds the point.</returns>
    public static string? Of(Point point, IEnumerable<(string Community, string Polygons)> near) =>
        near.Select(Boundary).FirstOrDefault(boundary => boundary.Covers(point))?.Community;

    /// <summary>
    /// Whole metres from the boundary of a community or, where none is named, from the nearest of those; null within it, or where there is
    /// none.
    /// </summary>
    public static double? MetresFrom(string? community, Point point, IEnumerable<(string Community, string Polygons)> near)
    {
        var metres = near.Where(row => community is null || row.Community == community)
            .Select(row => Boundary(row).MetresTo(point)).DefaultIfEmpty().Min();
        return metres > 0 ? Math.Ceiling(metres) : null;
    }

    private static CommunityBoundary Boundary((string Community, string Polygons) row) =>
        new(row.Community, RowJson.Of<IReadOnlyList<IReadOnlyList<IReadOnlyList<double>>>>(row.Polygons));
}
