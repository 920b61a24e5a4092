namespace Campaign.Inspections.Places;

/// <summary>Where a community ends.</summary>
/// <param name="Polygons">
/// Of each polygon its closed rings, the outer one first, then its holes; a ring is its degrees in WGS-84 one after
/// another: longitude, latitude, longitude …
/// </param>
internal sealed record CommunityBoundary(string Community, IReadOnlyList<IReadOnlyList<IReadOnlyList<double>>> Polygons)
{
    public Box Box()
    {
        var (west, south, east, north) = (double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        foreach (var ring in Polygons.Select(rings => rings[0]))
        {
            for (var i = 0; i + 1 < ring.Count; i += 2)
            {
                (west, east) = (Math.Min(west, ring[i]), Math.Max(east, ring[i]));
                (south, north) = (Math.Min(south, ring[i + 1]), Math.Max(north, ring[i + 1]));
            }
        }
        return new(west, south, east, north);
    }

    /// <summary>A point on the line between two communities lies in one of them only.</summary>
    public bool Contains(Point point) => Polygons.Any(rings => rings.Count(ring => Crosses(ring, point)) % 2 == 1);

    /// <summary>Whether a ray from the point to the east meets the ring an odd number of times.</summary>
    private static bool Crosses(IReadOnlyList<double> ring, Point point)
    {
        var odd = false;
        for (var i = 2; i + 1 < ring.Count; i += 2)
        {
            var (x1, y1, x2, y2) = (ring[i - 2], ring[i - 1], ring[i], ring[i + 1]);
            // One end counts and the other does not, so that a ray through a corner meets it once.
            if (y1 > point.Latitude != y2 > point.Latitude
                && point.Longitude < x1 + ((point.Latitude - y1) / (y2 - y1) * (x2 - x1))) odd = !odd;
        }
        return odd;
    }
}
