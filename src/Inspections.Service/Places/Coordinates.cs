using Campaign.Web;

namespace Campaign.Inspections.Places;

/// <summary>What a pair of degrees means: WGS-84 (satellites), GCJ-02 (maps and phones in China), BD-09 (Baidu).</summary>
internal enum CoordinateSystem { Wgs84, Gcj02, Bd09 }

/// <summary>Points by <see cref="Datums"/>.</summary>
internal static class Coordinates
{
    public static Point ToWgs84(Point point, CoordinateSystem system) => system switch
    {
        CoordinateSystem.Wgs84 => point,
        CoordinateSystem.Gcj02 => Of(Datums.Wgs84OfGcj02((point.Longitude, point.Latitude))),
        CoordinateSystem.Bd09 => Of(Datums.Wgs84OfBd09((point.Longitude, point.Latitude))),
    };

    public static Point FromWgs84(Point point, CoordinateSystem system) => system switch
    {
        CoordinateSystem.Wgs84 => point,
        CoordinateSystem.Gcj02 => Of(Datums.Gcj02((point.Longitude, point.Latitude))),
        CoordinateSystem.Bd09 => Of(Datums.Bd09OfGcj02(Datums.Gcj02((point.Longitude, point.Latitude)))),
    };

    private static Point Of((double Longitude, double Latitude) point) => new(point.Longitude, point.Latitude);
}
