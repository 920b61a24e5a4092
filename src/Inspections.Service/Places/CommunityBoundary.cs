using NetTopologySuite.Algorithm;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Distance;

namespace Campaign.Inspections.Places;

/// <summary>Where a community ends.</summary>
/// <param name="Polygons">
/// Of each polygon its closed rings, the outer one first, then its holes; a ring is its degrees in WGS-84 one after
/// another: longitude, latitude, longitude …
/// </param>
internal sealed record CommunityBoundary(string Community, IReadOnlyList<IReadOnlyList<IReadOnlyList<double>>> Polygons)
{
    /// <param name="shape">A polygon or several.</param>
    public static CommunityBoundary Of(string community, Geometry shape) =>
        new(community, [.. Enumerable.Range(0, shape.NumGeometries).Select(i => Rings((Polygon)shape.GetGeometryN(i)))]);

    public MultiPolygon Shape() => new([.. Polygons.Select(rings => new Polygon(Ring(rings[0]), [.. rings.Skip(1).Select(Ring)]))]);

    public Box Box()
    {
        var box = Shape().EnvelopeInternal;
        return new(box.MinX, box.MinY, box.MaxX, box.MaxY);
    }

    /// <summary>Its line is part of it: a point on the line between two communities lies in both.</summary>
    public bool Covers(Point point) => SimplePointInAreaLocator.Locate(new(point.Longitude, point.Latitude), Shape()) != Location.Exterior;

    /// <summary>From the point to the nearest of the boundary; 0 within it.</summary>
    public double MetresTo(Point point)
    {
        var nearest = DistanceOp.NearestPoints(Shape(), new NetTopologySuite.Geometries.Point(point.Longitude, point.Latitude))[0];
        return Covers(point) ? 0 : point.MetresTo(new(nearest.X, nearest.Y));
    }

    /// <summary>
    /// Outer rings counterclockwise, holes clockwise, as RFC 7946 has them: the same boundary is the same whoever drew it.
    /// </summary>
    private static IReadOnlyList<IReadOnlyList<double>> Rings(Polygon polygon) =>
        [Degrees(polygon.Shell, counterclockwise: true), .. polygon.Holes.Select(hole => Degrees(hole, counterclockwise: false))];

    private static double[] Degrees(LinearRing ring, bool counterclockwise)
    {
        var points = Orientation.IsCCW(ring.CoordinateSequence) == counterclockwise ? ring : ring.Reverse();
        return [.. points.Coordinates.SelectMany(point => new[] { point.X, point.Y })];
    }

    private static LinearRing Ring(IReadOnlyList<double> degrees) =>
        new([.. Enumerable.Range(0, degrees.Count / 2).Select(i => new Coordinate(degrees[2 * i], degrees[2 * i + 1]))]);
}
