using Campaign.EventStore;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;

namespace Campaign.Inspections.Places;

/// <summary>Makes of a geometry in any coordinate system a shape in WGS-84 that has an inside and an outside.</summary>
internal sealed class ShapeReader(CoordinateSystem system, int maxPoints)
{
    private readonly GeometryCheck check = new(maxPoints);

    /// <param name="at">Pointer to the geometry.</param>
    public (Geometry? Shape, Refusal? Refusal) Read(BoundaryGeometry geometry, string at)
    {
        if (check.Check(geometry, at) is { } refusal) return (null, refusal);
        var shape = GeoJson.Read(geometry);
        if (new IsValidOp(shape).ValidationError is { } error)
            return (null, BoundaryRules.ShapeInvalid(error.ErrorType, error.Coordinate.X, error.Coordinate.Y) with { Pointer = at });
        shape.Apply(new ToWgs84(system));
        return (shape, null);
    }

    private sealed class ToWgs84(CoordinateSystem system) : ICoordinateSequenceFilter
    {
        public bool Done => system is CoordinateSystem.Wgs84;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence seq, int i)
        {
            var point = Coordinates.ToWgs84(new(seq.GetX(i), seq.GetY(i)), system);
            seq.SetX(i, point.Longitude);
            seq.SetY(i, point.Latitude);
        }
    }
}
