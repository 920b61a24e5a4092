namespace Campaign.Inspections.Evidence.Questions;

internal static class GreatCircle
{
    private const double EarthRadius = 6_371_008.8; // metres, IUGG mean

    /// <summary>Between two points in degrees.</summary>
    public static double Metres(double longitude, double latitude, double otherLongitude, double otherLatitude)
    {
        var (a, b) = (double.DegreesToRadians(latitude), double.DegreesToRadians(otherLatitude));
        var north = Math.Sin((b - a) / 2);
        var east = Math.Sin(double.DegreesToRadians(otherLongitude - longitude) / 2);
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(north * north + Math.Cos(a) * Math.Cos(b) * east * east)));
    }
}
