using System.Text.Json;
using Campaign.EventStore;

namespace Campaign.Inspections.Places;

/// <summary>Reads the rings of a geometry; whatever else the JSON holds is a refusal.</summary>
internal sealed class RingReader(CoordinateSystem system)
{
    // Closed, a triangle has four.
    private const int FewestPoints = 4;

    /// <summary>Why nothing was read.</summary>
    public Refusal Refusal { get; private set; } = BoundaryRules.GeometryNotTaken;

    public IReadOnlyList<IReadOnlyList<IReadOnlyList<double>>>? Read(BoundaryGeometry geometry) => geometry.Type switch
    {
        "Polygon" => Polygon(geometry.Coordinates) is { } polygon ? [polygon] : null,
        "MultiPolygon" => All(geometry.Coordinates, Polygon),
        _ => null,
    };

    private List<IReadOnlyList<double>>? Polygon(JsonElement rings) => All<IReadOnlyList<double>>(rings, Ring);

    private List<double>? Ring(JsonElement positions)
    {
        if (All(positions, Position) is not { } points) return null;
        if (points.Count < FewestPoints) return Refuse(BoundaryRules.RingTooShort);
        return points[0] == points[^1] ? [.. points.SelectMany(point => new[] { point.Longitude, point.Latitude })] : Refuse(BoundaryRules.RingOpen);
    }

    private Point? Position(JsonElement position)
    {
        if (position.ValueKind is not JsonValueKind.Array || position.GetArrayLength() < 2) return null;
        if (position[0].ValueKind is not JsonValueKind.Number || position[1].ValueKind is not JsonValueKind.Number) return null;
        var given = new Point(position[0].GetDouble(), position[1].GetDouble());
        if (given.IsOnEarth) return Coordinates.ToWgs84(given, system);
        Refusal = BoundaryRules.NotOnEarth;
        return null;
    }

    /// <summary>Every element read, or null when there is none or one could not be.</summary>
    private static List<T>? All<T>(JsonElement array, Func<JsonElement, T?> read) where T : class
    {
        if (array.ValueKind is not JsonValueKind.Array || array.GetArrayLength() == 0) return null;
        var all = new List<T>(array.GetArrayLength());
        foreach (var element in array.EnumerateArray())
        {
            if (read(element) is not { } one) return null;
            all.Add(one);
        }
        return all;
    }

    private List<double>? Refuse(Refusal refusal)
    {
        Refusal = refusal;
        return null;
    }
}
