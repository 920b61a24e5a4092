namespace Campaign.Web;

/// <summary>
/// GCJ-02 (maps and phones in China) and BD-09 (Baidu) by their published formulas, which give the offset from WGS-84 and from GCJ-02. They
/// have no closed inverse: it is found by iteration, to less than a millimetre. Outside China GCJ-02 is WGS-84. Degrees, everywhere.
/// </summary>
/// <remarks>Ours because the libraries of projections do not know these two: the offset is a formula, and no projection.</remarks>
public static class Datums
{
    // The Krasovsky 1940 ellipsoid, on which the offset of GCJ-02 is reckoned.
    private const double SemiMajorAxis = 6_378_245;
    private const double EccentricitySquared = 0.00669342162296594323;
    private const double BaiduTurn = Math.PI * 3000 / 180;
    private const double Tolerance = 1e-9;
    private const int MaxSteps = 30;

    public static (double Longitude, double Latitude) Wgs84OfBd09((double Longitude, double Latitude) point) =>
        Wgs84OfGcj02(Inverse(point, Bd09OfGcj02));

    public static (double Longitude, double Latitude) Wgs84OfGcj02((double Longitude, double Latitude) point) =>
        IsInChina(point) ? Inverse(point, Gcj02OfWgs84) : point;

    /// <summary>GCJ-02 of WGS-84.</summary>
    public static (double Longitude, double Latitude) Gcj02((double Longitude, double Latitude) point) =>
        IsInChina(point) ? Gcj02OfWgs84(point) : point;

    /// <summary>The rectangle that the published formulas take for China.</summary>
    private static bool IsInChina((double Longitude, double Latitude) point) =>
        point is { Longitude: >= 72.004 and <= 137.8347, Latitude: >= 0.8293 and <= 55.8271 };

    // The offset changes slowly, so what is missing at the guess is nearly what is missing at the result.
    private static (double Longitude, double Latitude) Inverse(
        (double Longitude, double Latitude) target,
        Func<(double Longitude, double Latitude), (double Longitude, double Latitude)> forward)
    {
        var guess = target;
        for (var step = 0; step < MaxSteps; step++)
        {
            var reached = forward(guess);
            var (east, north) = (target.Longitude - reached.Longitude, target.Latitude - reached.Latitude);
            guess = (guess.Longitude + east, guess.Latitude + north);
            if (Math.Abs(east) < Tolerance && Math.Abs(north) < Tolerance) break;
        }
        return guess;
    }

    private static (double Longitude, double Latitude) Gcj02OfWgs84((double Longitude, double Latitude) point)
    {
        var (x, y) = (point.Longitude - 105, point.Latitude - 35);
        var latitude = double.DegreesToRadians(point.Latitude);
        var flattening = 1 - (EccentricitySquared * Math.Sin(latitude) * Math.Sin(latitude));
        var meridian = SemiMajorAxis * (1 - EccentricitySquared) / (flattening * Math.Sqrt(flattening));
        var parallel = SemiMajorAxis / Math.Sqrt(flattening) * Math.Cos(latitude);
        return (
            point.Longitude + double.RadiansToDegrees(East(x, y) / parallel),
            point.Latitude + double.RadiansToDegrees(North(x, y) / meridian));
    }

    private static double North(double x, double y) =>
        -100 + (2 * x) + (3 * y) + (0.2 * y * y) + (0.1 * x * y) + (0.2 * Math.Sqrt(Math.Abs(x)))
        + Waves(x, (20, 6), (20, 2)) + Waves(y, (20, 1), (40, 1.0 / 3)) + Waves(y, (160, 1.0 / 12), (320, 1.0 / 30));

    private static double East(double x, double y) =>
        300 + x + (2 * y) + (0.1 * x * x) + (0.1 * x * y) + (0.1 * Math.Sqrt(Math.Abs(x)))
        + Waves(x, (20, 6), (20, 2)) + Waves(x, (20, 1), (40, 1.0 / 3)) + Waves(x, (150, 1.0 / 12), (300, 1.0 / 30));

    private static double Waves(double at, params ReadOnlySpan<(double Amplitude, double Frequency)> waves)
    {
        var sum = 0.0;
        foreach (var (amplitude, frequency) in waves) sum += amplitude * Math.Sin(at * frequency * Math.PI);
        return sum * 2 / 3;
    }

    /// <summary>BD-09 of GCJ-02.</summary>
    public static (double Longitude, double Latitude) Bd09OfGcj02((double Longitude, double Latitude) point)
    {
        var (x, y) = (point.Longitude, point.Latitude);
        var radius = Math.Sqrt((x * x) + (y * y)) + (0.00002 * Math.Sin(y * BaiduTurn));
        var angle = Math.Atan2(y, x) + (0.000003 * Math.Cos(x * BaiduTurn));
        return ((radius * Math.Cos(angle)) + 0.0065, (radius * Math.Sin(angle)) + 0.006);
    }
}
