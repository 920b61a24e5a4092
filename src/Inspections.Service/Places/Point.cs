namespace Campaign.Inspections.Places;

/// <summary>A position in WGS-84 degrees, unless a coordinate system beside it says otherwise.</summary>
internal sealed record Point(double Longitude, double Latitude)
{
    /// <summary>Mean radius of the WGS-84 ellipsoid, (2a + b) ÷ 3, in metres.</summary>
    private const double EarthRadius = 6_371_008.7714;

    // Rounding may not leave a point outside the box whose distance is just within.
    private const double Margin = 1.001;

    /// <summary>0, 0 is what a device sends that does not know where it is: no point.</summary>
    public static Point? Fixed(double longitude, double latitude) => (longitude, latitude) is (0, 0) ? null : new(longitude, latitude);

    public bool IsOnEarth => Longitude is >= -180 and <= 180 && Latitude is >= -90 and <= 90;

    /// <summary>
    /// Great-circle distance by the haversine formula: NetTopologySuite measures on the plane, where a degree is a degree.
    /// </summary>
    public double MetresTo(Point other)
    {
        var (here, there) = (double.DegreesToRadians(Latitude), double.DegreesToRadians(other.Latitude));
        var (north, east) = (Math.Sin((there - here) / 2), Math.Sin(double.DegreesToRadians(other.Longitude - Longitude) / 2));
        var haversine = (north * north) + (Math.Cos(here) * Math.Cos(there) * east * east);
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(haversine)));
    }

    /// <summary>
    /// How far a metre reaches to the north and to the east, in degrees: so many times that, and a box holds every point within so many
    /// metres and few others. It is what an index can look up.
    /// </summary>
    public (double North, double East) Metre()
    {
        var north = double.RadiansToDegrees(1 / EarthRadius) * Margin;
        return (north, Math.Min(180, north / Math.Max(Math.Cos(double.DegreesToRadians(Latitude)), double.Epsilon)));
    }
}

internal sealed record Box(double West, double South, double East, double North);
