namespace Campaign.Tasks.Assignments;

/// <summary>WGS-84 degrees.</summary>
internal sealed record GeoPoint(double Longitude, double Latitude)
{
    private const double EarthRadius = 6_371_008.8;

    /// <summary>Metres to the nearest place of a line. Flat around this point, which is exact enough for a stretch of road.</summary>
    public double MetresTo(IReadOnlyList<GeoPoint> line)
    {
        var points = line.Select(Seen).ToList();
        return points.Count == 1
            ? Math.Sqrt(Square(points[0]))
            : Math.Sqrt(points.Zip(points.Skip(1), Nearest).Min(Square));
    }

    /// <summary>Metres east and north of here.</summary>
    private (double East, double North) Seen(GeoPoint other) => (
        Radians(other.Longitude - Longitude) * Math.Cos(Radians(Latitude)) * EarthRadius,
        Radians(other.Latitude - Latitude) * EarthRadius);

    /// <summary>The place between two points that is nearest to the origin.</summary>
    private static (double East, double North) Nearest((double East, double North) from, (double East, double North) to)
    {
        var (east, north) = (to.East - from.East, to.North - from.North);
        var length = Square((east, north));
        var share = length == 0 ? 0 : Math.Clamp(-(from.East * east + from.North * north) / length, 0, 1);
        return (from.East + share * east, from.North + share * north);
    }

    private static double Square((double East, double North) place) => place.East * place.East + place.North * place.North;

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
