using System.Text.Json;
using Campaign.EventStore;

namespace Campaign.Inspections.Places;

/// <summary>
/// Finds the first place where a geometry is no polygon, and points to it: the reader of GeoJSON says only that there is one, and takes
/// degrees of any size.
/// </summary>
internal sealed class GeometryCheck(int maxPoints)
{
    // Closed, a triangle has four.
    private const int FewestPoints = 4;

    private int points;

    /// <param name="at">Pointer to the geometry.</param>
    public Refusal? Check(BoundaryGeometry geometry, string at) => geometry.Type switch
    {
        "Polygon" => Polygon(geometry.Coordinates, $"{at}/coordinates"),
        "MultiPolygon" => Each(geometry.Coordinates, $"{at}/coordinates", Polygon),
        _ => BoundaryRules.GeometryNotTaken with { Pointer = $"{at}/type" },
    };

    private Refusal? Polygon(JsonElement rings, string at) => Each(rings, at, Ring);

    private Refusal? Ring(JsonElement ring, string at)
    {
        if (Each(ring, at, Position) is { } refusal) return refusal;
        var count = ring.GetArrayLength();
        if (count < FewestPoints) return BoundaryRules.RingTooShort with { Pointer = at };
        return Degrees(ring[0]) == Degrees(ring[count - 1]) ? null : BoundaryRules.RingOpen with { Pointer = at };
    }

    private Refusal? Position(JsonElement position, string at)
    {
        if (position.ValueKind is not JsonValueKind.Array || position.GetArrayLength() < 2
            || position.EnumerateArray().Any(number => number.ValueKind is not JsonValueKind.Number))
            return BoundaryRules.GeometryNotTaken with { Pointer = at };
        if (!Degrees(position).IsOnEarth) return BoundaryRules.NotOnEarth with { Pointer = at };
        return ++points > maxPoints ? BoundaryRules.TooManyPoints(maxPoints) : null;
    }

    private static Point Degrees(JsonElement position) => new(position[0].GetDouble(), position[1].GetDouble());

    private static Refusal? Each(JsonElement array, string at, Func<JsonElement, string, Refusal?> check)
    {
        if (array.ValueKind is not JsonValueKind.Array || array.GetArrayLength() == 0)
            return BoundaryRules.GeometryNotTaken with { Pointer = at };
        return array.EnumerateArray().Select((element, i) => check(element, $"{at}/{i}")).FirstOrDefault(refusal => refusal is not null);
    }
}
