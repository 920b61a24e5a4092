using Campaign.Inspections.Kernel;

namespace Campaign.Inspections.Places;

/// <summary>Which community a point lies in.</summary>
internal static class CommunityAt
{
    /// <summary>Those whose box holds the point, for each of the points that are asked about.</summary>
    /// <param name="points">Rows <c>asked</c> with number, street, longitude and latitude.</param>
    public static string Query(string points) =>
        $"""
         SELECT asked.number, b.community, b.polygons::text FROM {points}
         JOIN community_boundaries b ON b.street = asked.street AND asked.longitude BETWEEN b.west AND b.east
         AND asked.latitude BETWEEN b.south AND b.north
         ORDER BY b.community
         """;

    /// <param name="near">In the order of their codes: a point on the line between two communities lies in the first.</param>
    /// <returns>Null where no boundary is loaded or none holds the point.</returns>
    public static string? Of(Point point, IEnumerable<(string Community, string Polygons)> near) => near
        .Select(row => new CommunityBoundary(row.Community, RowJson.Of<IReadOnlyList<IReadOnlyList<IReadOnlyList<double>>>>(row.Polygons)))
        .FirstOrDefault(boundary => boundary.Covers(point))?.Community;
}
