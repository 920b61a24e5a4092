using System.Text.Json;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;

namespace Campaign.Inspections.Places;

/// <summary>Geometries as RFC 7946 writes them.</summary>
internal static class GeoJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new GeoJsonConverterFactory(GeometryFactory.Default, false, "id", RingOrientationOption.EnforceRfc9746) },
    };

    /// <param name="geometry">Found to be one by <see cref="GeometryCheck"/>.</param>
    public static Geometry Read(BoundaryGeometry geometry) =>
        JsonSerializer.SerializeToElement(geometry, Options).Deserialize<Geometry>(Options)!;

    public static BoundaryGeometry Write(MultiPolygon shape) =>
        new("MultiPolygon", JsonSerializer.SerializeToElement<Geometry>(shape, Options).GetProperty("coordinates"));
}
