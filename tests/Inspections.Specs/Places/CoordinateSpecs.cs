using Campaign.Inspections.Places;
using FsCheck;
using FsCheck.Fluent;

namespace Campaign.Inspections.Specs.Places;

public sealed class CoordinateSpecs
{
    private const double MetresPerDegree = 6_371_008.7714 * Math.PI / 180;

    private static readonly Arbitrary<Point> InChina = Within(75, 134, 19, 53);
    private static readonly Arbitrary<Point> OnEarth = Within(-180, 180, -90, 90);

    /// <summary>As the tests of googollee/eviltransform, wandergis/coordtransform and geotool publish them.</summary>
    public static TheoryData<string, double, double, double, double> Published => new()
    {
        { "Gcj02", 121.531541859215, 31.17530398364597, 121.5272106, 31.1774276 },
        { "Gcj02", 113.9171764808363, 22.540796131694766, 113.912316, 22.543847 },
        { "Gcj02", 116.38404722455657, 39.91334545536069, 116.377817, 39.911954 },
        { "Gcj02", 116.41024449916938, 39.91640428150164, 116.404, 39.915 },
        { "Gcj02", 121.09626935575027, 30.608604331756705, 121.0917077, 30.6107779 },
        { "Bd09", 121.10271732371203, 30.61484572185035, 121.0917077, 30.6107779 },
    };

    [Theory, MemberData(nameof(Published))]
    public void Published_points_are_met(string system, double longitude, double latitude, double wgsLongitude, double wgsLatitude)
    {
        var (given, expected) = (new Point(longitude, latitude), new Point(wgsLongitude, wgsLatitude));
        Coordinates.ToWgs84(given, Named(system)).MetresTo(expected).ShouldBeLessThan(0.5);
        Coordinates.FromWgs84(expected, Named(system)).MetresTo(given).ShouldBeLessThan(0.5);
    }

    [Theory]
    [InlineData(116.404, 39.915, 116.41036949371029, 39.92133699351021)]
    [InlineData(116.39762729119315, 39.90865673957631, 116.404, 39.915)]
    public void Baidu_is_offset_from_gcj_as_published(double longitude, double latitude, double bdLongitude, double bdLatitude)
    {
        var gcj = Coordinates.ToWgs84(new(longitude, latitude), CoordinateSystem.Gcj02);
        Coordinates.FromWgs84(gcj, CoordinateSystem.Bd09).MetresTo(new(bdLongitude, bdLatitude)).ShouldBeLessThan(0.5);
    }

    [Theory]
    [InlineData("Gcj02")]
    [InlineData("Bd09")]
    public void A_point_comes_back_from_each_system(string system) => Always(InChina, point =>
        Coordinates.ToWgs84(Coordinates.FromWgs84(point, Named(system)), Named(system)).MetresTo(point) < 0.001);

    [Fact]
    public void Outside_china_gcj_is_wgs() =>
        Coordinates.ToWgs84(new(2.2945, 48.8584), CoordinateSystem.Gcj02).ShouldBe(new Point(2.2945, 48.8584));

    [Theory]
    [InlineData(49.9, true)]
    [InlineData(50.1, false)]
    public void Fifty_metres_are_fifty_metres_in_every_direction(double metres, bool near)
    {
        var here = new Point(117.2, 33.6);
        foreach (var (east, north) in new[] { (1.0, 0.0), (-1, 0), (0, 1), (0, -1), (0.6, 0.8), (-0.8, 0.6) })
        {
            var there = new Point(
                here.Longitude + (metres * east / (MetresPerDegree * Math.Cos(double.DegreesToRadians(here.Latitude)))),
                here.Latitude + (metres * north / MetresPerDegree));
            (here.MetresTo(there) <= 50).ShouldBe(near, $"{east} {north}");
            if (near) IsInBox(here, there, 50).ShouldBeTrue("what is near must be in the box that the index looks up");
        }
    }

    [Fact]
    public void Known_distances_are_met()
    {
        new Point(0, 0).MetresTo(new(0, 90)).ShouldBe(6_371_008.7714 * Math.PI / 2, 0.001);
        new Point(116.391, 39.907).MetresTo(new(121.474, 31.230)).ShouldBe(1_068_000, 2_000);
    }

    [Fact]
    public void Distance_is_the_same_both_ways() => Always(Pairs(OnEarth), pair =>
        Math.Abs(pair.Item1.MetresTo(pair.Item2) - pair.Item2.MetresTo(pair.Item1)) < 1e-6);

    [Fact]
    public void No_way_round_is_shorter() => Always(Pairs(Pairs(OnEarth)), points =>
        points.Item1.Item1.MetresTo(points.Item2.Item1)
        <= points.Item1.Item1.MetresTo(points.Item1.Item2) + points.Item1.Item2.MetresTo(points.Item2.Item1) + 0.01);

    [Fact]
    public void The_box_holds_every_near_point() => Always(Pairs(InChina), pair =>
    {
        // A small part of the way: both ends in one street.
        var (here, far) = pair;
        var there = new Point(
            here.Longitude + ((far.Longitude - here.Longitude) / 5000), here.Latitude + ((far.Latitude - here.Latitude) / 5000));
        return IsInBox(here, there, here.MetresTo(there));
    });

    /// <summary>As the neighbourhood asks the index.</summary>
    private static bool IsInBox(Point here, Point there, double metres) =>
        Math.Abs(there.Latitude - here.Latitude) <= metres * here.Metre().North
            && Math.Abs(there.Longitude - here.Longitude) <= metres * here.Metre().East;

    private static CoordinateSystem Named(string system) => Enum.Parse<CoordinateSystem>(system);

    private static void Always<T>(Arbitrary<T> values, Func<T, bool> holds) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(values, holds));

    private static Arbitrary<(T, T)> Pairs<T>(Arbitrary<T> of) =>
        (from one in of.Generator from other in of.Generator select (one, other)).ToArbitrary();

    private static Arbitrary<Point> Within(int west, int east, int south, int north) => (
        from longitude in Gen.Choose(west * 1_000_000, east * 1_000_000)
        from latitude in Gen.Choose(south * 1_000_000, north * 1_000_000)
        select new Point(longitude / 1e6, latitude / 1e6)).ToArbitrary();
}
