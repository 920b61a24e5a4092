namespace Campaign.Tasks.Points;

/// <summary>The points that have coordinates, as a GeoJSON FeatureCollection (RFC 7946).</summary>
internal sealed record PointMap(string Type, IReadOnlyList<PointFeature> Features)
{
    public const string ContentType = "application/geo+json";
    public const int MaxPoints = 5000;

    public static PointMap Of(IEnumerable<PointList> points) =>
        new("FeatureCollection", [.. points.Select(Feature).OfType<PointFeature>()]);

    private static PointFeature? Feature(PointList point) => point is { Longitude: { } longitude, Latitude: { } latitude }
        ? new("Feature", point.Code, new("Point", [longitude, latitude]), point)
        : null;
}

internal sealed record PointFeature(string Type, string Id, PointGeometry Geometry, PointList Properties);

/// <param name="Coordinates">Longitude and latitude, WGS-84.</param>
internal sealed record PointGeometry(string Type, IReadOnlyList<double> Coordinates);
