using System.Text.Json;
using Campaign.EventStore;
using Campaign.Inspections.Kernel;
using Campaign.Inspections.Places;
using Campaign.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace Campaign.Inspections.Specs.Places;

public sealed class BoundarySpecs
{
    private const string Square = "[[117,33],[118,33],[118,34],[117,34],[117,33]]";
    private const string Hole = "[[117.4,33.4],[117.6,33.4],[117.6,33.6],[117.4,33.6],[117.4,33.4]]";
    private const string Island = "[[119,33],[119.5,33],[119,33.5],[119,33]]";

    [Theory]
    [InlineData(117.1, 33.1, true)]
    [InlineData(117.5, 33.5, false)]
    [InlineData(117.5, 33.7, true)]
    [InlineData(116.9, 33.5, false)]
    [InlineData(118.1, 33.0, false)]
    public void A_hole_is_not_part_of_its_community(double longitude, double latitude, bool inside) =>
        Read("Polygon", $"[{Square},{Hole}]").Covers(new(longitude, latitude)).ShouldBe(inside);

    [Theory]
    [InlineData(117.1, 33.1, true)]
    [InlineData(119.1, 33.1, true)]
    [InlineData(119.4, 33.4, false)]
    public void A_community_may_have_an_island(double longitude, double latitude, bool inside) =>
        Read("MultiPolygon", $"[[{Square},{Hole}],[{Island}]]").Covers(new(longitude, latitude)).ShouldBe(inside);

    [Fact]
    public void Every_point_of_two_neighbours_lies_in_one_of_them_or_on_their_line()
    {
        var west = Read("Polygon", "[[[0,0],[10,0],[13,5],[8,9],[0,9],[0,0]]]");
        var east = Read("Polygon", "[[[10,0],[20,0],[20,9],[8,9],[13,5],[10,0]]]");
        var points = from x in Gen.Choose(1, 79) from y in Gen.Choose(1, 35) select new Point(x / 4.0, y / 4.0);
        (string, string)[] near = [("1", RowJson.Json(west.Polygons)), ("2", RowJson.Json(east.Polygons))];

        west.Covers(new(1, 5)).ShouldBeTrue("a ray through a corner meets it once");
        CommunityAt.Of(new(10.75, 1.25), near).ShouldBe("1", "of two that share the line, the first");
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(points.ToArbitrary(), point =>
        {
            var line = point.Latitude <= 5 ? 10 + 3 * point.Latitude / 5 : 13 - 5 * (point.Latitude - 5) / 4;
            return west.Covers(point) == (point.Longitude <= line) && east.Covers(point) == (point.Longitude >= line);
        }));
    }

    [Theory]
    [InlineData("Point", "[117,33]", "geometry-not-taken", "type")]
    [InlineData("Polygon", "[]", "geometry-not-taken", "coordinates")]
    [InlineData("Polygon", "[[[117,33],[118,33],[118,34],[117,34]]]", "ring-open", "coordinates/0")]
    [InlineData("Polygon", "[[[117,33],[118,33],[117,33]]]", "ring-too-short", "coordinates/0")]
    [InlineData("Polygon", "[[[117,33],[118,33],[\"118\",34],[117,33]]]", "geometry-not-taken", "coordinates/0/2")]
    [InlineData("Polygon", "[[[117,33],[118,95],[118,34],[117,33]]]", "coordinates-out-of-range", "coordinates/0/1")]
    [InlineData("Polygon", "[[[117,33],[1e400,33],[118,34],[117,33]]]", "coordinates-out-of-range", "coordinates/0/1")]
    [InlineData("Polygon", "[[[117],[118,33],[118,34],[117,33]]]", "geometry-not-taken", "coordinates/0/0")]
    [InlineData("Polygon", "{\"a\":1}", "geometry-not-taken", "coordinates")]
    [InlineData("MultiPolygon", $"[[{Square}],[[[119,33],[120,33],[120,34],[119,34]]]]", "ring-open", "coordinates/1/0")]
    public void What_is_no_boundary_is_refused_and_pointed_to(string type, string coordinates, string rule, string at)
    {
        var (_, refusal) = Features(("990101001001", type, coordinates)).Read(CoordinateSystem.Wgs84);
        refusal.ShouldNotBeNull().Rule.ShouldBe(rule);
        refusal.Pointer.ShouldBe($"/features/0/geometry/{at}");
    }

    [Theory]
    [InlineData("[[[117,33],[118,34],[118,33],[117,34],[117,33]]]", "边界线与自身相交或相接，约在经度 117.5、纬度 33.5 处，请改正后重新提交。")]
    [InlineData($"[{Square},{Island}]", "孔洞不在外环之内，约在经度 119")]
    [InlineData($"[{Square},{Hole},[[117.45,33.45],[117.55,33.45],[117.55,33.55],[117.45,33.45]]]", "一个孔洞在另一个孔洞之内，约在经度 117.45")]
    public void A_boundary_has_an_inside_and_an_outside(string coordinates, string detail)
    {
        var (_, refusal) = Features(("1", "Polygon", $"[{Island}]"), ("2", "Polygon", coordinates)).Read(CoordinateSystem.Wgs84);
        refusal.ShouldNotBeNull().Rule.ShouldBe("shape-invalid");
        refusal.Detail.ShouldStartWith(detail);
        refusal.Pointer.ShouldBe("/features/1/geometry");
    }

    [Fact]
    public void Points_are_counted_over_all_communities()
    {
        var ring =
            $"[{string.Join(',', Enumerable.Range(0, 60_000).Select(i => FormattableString.Invariant($"[{117 + i / 60_000.0},33]")))},[118,34],[117,33]]";
        Features(("1", "Polygon", $"[{ring}]")).Read(CoordinateSystem.Wgs84).Refusal.ShouldBeNull();
        Features(("1", "Polygon", $"[{ring}]"), ("2", "Polygon", $"[{ring}]"))
            .Read(CoordinateSystem.Wgs84).Refusal.ShouldNotBeNull().Rule.ShouldBe("too-many-points");
    }

    [Fact]
    public void It_does_not_matter_which_way_round_a_ring_was_drawn()
    {
        const string clockwise = "[[117,33],[117,34],[118,34],[118,33],[117,33]]";
        Json.Of(Read("Polygon", $"[{clockwise}]")).ShouldBe(Json.Of(Read("Polygon", $"[{Square}]")));
    }

    [Fact]
    public void A_boundary_that_was_set_before_such_were_refused_still_answers() =>
        new CommunityBoundary("1", [[[117, 33, 118, 34, 118, 33, 117, 34, 117, 33]]]).Covers(new(117.1, 33.5)).ShouldBeTrue();

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

    [Theory, InlineData(CoordinateSystem.Wgs84), InlineData(CoordinateSystem.Gcj02)]
    internal void What_was_read_is_written_as_it_was(CoordinateSystem system)
    {
        var (boundaries, _) = Features(("1", "MultiPolygon", $"[[{Square},{Hole}],[{Island}]]")).Read(system);
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
