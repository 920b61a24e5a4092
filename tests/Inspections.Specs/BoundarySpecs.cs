using System.Text.Json;
using Campaign.EventStore;
using Campaign.Inspections.Places;
using Campaign.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Campaign.Inspections.Specs;

public sealed class BoundarySpecs
{
    private const string Square = "[[117,33],[118,33],[118,34],[117,34],[117,33]]";
    private const string Hole = "[[117.4,33.4],[117.6,33.4],[117.6,33.6],[117.4,33.6],[117.4,33.4]]";
    private const string Island = "[[119,33],[119.5,33],[119,33.5],[119,33]]";
    private static readonly DateTimeOffset Now = FindingStory.Morning;

    [Theory]
    [InlineData(117.1, 33.1, true)]
    [InlineData(117.5, 33.5, false)]
    [InlineData(117.5, 33.7, true)]
    [InlineData(116.9, 33.5, false)]
    [InlineData(118.1, 33.0, false)]
    public void A_hole_is_not_part_of_its_community(double longitude, double latitude, bool inside) =>
        Read("Polygon", $"[{Square},{Hole}]").Contains(new(longitude, latitude)).ShouldBe(inside);

    [Theory]
    [InlineData(117.1, 33.1, true)]
    [InlineData(119.1, 33.1, true)]
    [InlineData(119.4, 33.4, false)]
    public void A_community_may_have_an_island(double longitude, double latitude, bool inside) =>
        Read("MultiPolygon", $"[[{Square},{Hole}],[{Island}]]").Contains(new(longitude, latitude)).ShouldBe(inside);

    [Fact]
    public void Neighbours_share_no_point_and_leave_none_out()
    {
        var west = Read("Polygon", "[[[0,0],[10,0],[13,5],[8,9],[0,9],[0,0]]]");
        var east = Read("Polygon", "[[[10,0],[20,0],[20,9],[8,9],[13,5],[10,0]]]");
        var points = from x in Gen.Choose(1, 79) from y in Gen.Choose(1, 35) select new Point(x / 4.0, y / 4.0);

        west.Contains(new(1, 5)).ShouldBeTrue("a ray through a corner meets it once");
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(points.ToArbitrary(), point => west.Contains(point) ^ east.Contains(point)));
    }

    [Theory]
    [InlineData("Point", "[117,33]", "geometry-not-taken")]
    [InlineData("Polygon", "[]", "geometry-not-taken")]
    [InlineData("Polygon", "[[[117,33],[118,33],[118,34],[117,34]]]", "ring-open")]
    [InlineData("Polygon", "[[[117,33],[118,33],[117,33]]]", "ring-too-short")]
    [InlineData("Polygon", "[[[117,33],[118,33],[\"118\",34],[117,33]]]", "geometry-not-taken")]
    [InlineData("Polygon", "[[[117,33],[118,95],[118,34],[117,33]]]", "coordinates-out-of-range")]
    [InlineData("Polygon", "[[[117],[118,33],[118,34],[117,33]]]", "geometry-not-taken")]
    [InlineData("Polygon", "{\"a\":1}", "geometry-not-taken")]
    [InlineData("MultiPolygon", "[[[[117,33],[118,33],[118,34],[117,34]]]]", "ring-open")]
    public void What_is_no_boundary_is_refused(string type, string coordinates, string rule)
    {
        var (_, refusal) = Features(("990101001001", type, coordinates)).Read(CoordinateSystem.Wgs84);
        refusal.ShouldNotBeNull().Rule.ShouldBe(rule);
        refusal.Pointer.ShouldBe("/features/0/geometry");
    }

    [Fact]
    public void A_community_has_one_boundary() => Features(("1", "Polygon", $"[{Square}]"), ("1", "Polygon", $"[{Island}]"))
        .Read(CoordinateSystem.Wgs84).Refusal.ShouldNotBeNull().Rule.ShouldBe("community-repeated");

    [Fact]
    public void Boundaries_of_another_system_are_converted()
    {
        var (boundaries, _) = Features(("1", "Polygon", $"[{Square}]")).Read(CoordinateSystem.Gcj02);
        new Point(boundaries[0].Polygons[0][0][0], boundaries[0].Polygons[0][0][1])
            .MetresTo(Coordinates.ToWgs84(new(117, 33), CoordinateSystem.Gcj02)).ShouldBe(0);
    }

    [Fact]
    public void The_same_boundaries_change_nothing()
    {
        var (boundaries, _) = Features(("1", "Polygon", $"[{Square},{Hole}]")).Read(CoordinateSystem.Wgs84);
        var set = new SetBoundaries(boundaries, CoordinateSystem.Wgs84, Now);
        new Scenario<StreetBoundaries>([]).When(set.Decide).Then(
            new BoundariesSet([.. boundaries.Select(Places.Stored.CommunityBoundary.Of)], CoordinateSystem.Wgs84, Now)).AndAgainNothing();
        new Scenario<StreetBoundaries>([]).When((set with { Communities = [] }).Decide).ThenNothing();
    }

    [Fact]
    public void What_was_read_is_written_as_it_was()
    {
        var (boundaries, _) = Features(("1", "MultiPolygon", $"[[{Square},{Hole}],[{Island}]]")).Read(CoordinateSystem.Wgs84);
        var (again, _) = BoundaryFeatures.Of(boundaries).Read(CoordinateSystem.Wgs84);
        Json.Of(again).ShouldBe(Json.Of(boundaries));
    }

    private static CommunityBoundary Read(string type, string coordinates)
    {
        var (boundaries, refusal) = Features(("990101001001", type, coordinates)).Read(CoordinateSystem.Wgs84);
        refusal.ShouldBeNull();
        return boundaries.Single();
    }

    private static BoundaryFeatures Features(params IEnumerable<(string Community, string Type, string Coordinates)> features) =>
        new("FeatureCollection", [.. features.Select(f => new BoundaryFeature(
            "Feature", new(f.Community), new(f.Type, JsonSerializer.Deserialize<JsonElement>(f.Coordinates))))]);
}
