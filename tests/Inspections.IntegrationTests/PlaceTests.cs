using System.Net;
using System.Text.Json;
using Campaign.Contracts.Tasks;
using Campaign.Inspections.Places;
using Campaign.Inspections.Reference;
using Campaign.Testing;

namespace Campaign.Inspections.IntegrationTests;

public sealed class PlaceTests(InspectionsFixture fixture) : IClassFixture<InspectionsFixture>
{
    [Fact]
    public async Task A_point_of_another_system_is_converted_and_kept_as_given()
    {
        var street = await TestStreet.Create(fixture, "990101401");
        var given = new Point(117.2051, 33.5987);
        var expected = Coordinates.ToWgs84(given, CoordinateSystem.Gcj02);

        var id = await Record(street, new { given.Longitude, given.Latitude, coordinateSystem = "Gcj02", roadSection = "健康路" });

        var row = await street.Get($"findings/{id}");
        new Point(row.GetProperty("longitude").GetDouble(), row.GetProperty("latitude").GetDouble()).MetresTo(expected).ShouldBe(0, 0.001);
        row.GetProperty("givenSystem").GetString().ShouldBe("Gcj02");
        row.GetProperty("givenLongitude").GetDouble().ShouldBe(given.Longitude);
        row.GetProperty("givenLatitude").GetDouble().ShouldBe(given.Latitude);
        row.GetProperty("roadSection").GetString().ShouldBe("健康路");
    }

    [Fact]
    public async Task The_community_is_that_of_the_boundary_unless_the_reporter_names_another()
    {
        var street = await WithCommunities("990101402");
        (await Put(street, Boundaries("990101402001", "990101402002"))).StatusCode.ShouldBe(HttpStatusCode.OK);

        var silent = await street.Get($"findings/{await Record(street, new { longitude = 117.25, latitude = 33.55 })}");
        var named = await street.Get(
            $"findings/{await Record(street, new { longitude = 117.25, latitude = 33.55, community = "990101402002" })}");
        var outside = await street.Get($"findings/{await Record(street, new { longitude = 118.9, latitude = 33.55 })}");

        silent.GetProperty("community").GetString().ShouldBe("990101402001");
        silent.TryGetProperty("placeQuestion", out _).ShouldBeFalse();
        named.GetProperty("community").GetString().ShouldBe("990101402002");
        named.GetProperty("communityByBoundary").GetString().ShouldBe("990101402001");
        named.GetProperty("placeQuestion").GetString()!.ShouldContain("不一致");
        outside.TryGetProperty("community", out _).ShouldBeFalse();
        outside.GetProperty("placeQuestion").GetString().ShouldBe("坐标不在本街道任何社区界内，距最近的社区边界约 139.0 公里，请核对。");
    }

    [Fact]
    public async Task A_point_far_from_the_community_named_is_asked_about_and_zero_zero_is_none()
    {
        var street = await WithCommunities("990101409");
        (await Put(street, Boundaries("990101409001", "990101409002"))).StatusCode.ShouldBe(HttpStatusCode.OK);

        var far = await street.Get(
            $"findings/{await Record(street, new { longitude = 110, latitude = 20, community = "990101409001" })}");
        var within = await street.Get(
            $"findings/{await Record(street, new { longitude = 117.25, latitude = 33.55, community = "990101409001" })}");
        var lost = await street.Get($"findings/{await Record(street, new { longitude = 0, latitude = 0, address = "人民路" })}");
        using var nowhere = await street.Post(
            "findings", new { category = "0110", description = "东头的垃圾", place = new { longitude = 0, latitude = 0 } });

        far.GetProperty("placeQuestion").GetString()!.ShouldContain("公里");
        within.TryGetProperty("placeQuestion", out _).ShouldBeFalse();
        lost.TryGetProperty("longitude", out _).ShouldBeFalse();
        await nowhere.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "request-invalid", "/place/address");
    }

    [Fact]
    public async Task Boundaries_are_versioned_and_given_back_as_they_were_set()
    {
        var street = await WithCommunities("990101403");
        using var first = await Put(street, Boundaries("990101403001", "990101403002"));
        using var second = await Put(street, Boundaries("990101403001", "990101403002"));
        first.Headers.ETag!.Tag.ShouldBe("\"1\"");
        second.Headers.ETag!.Tag.ShouldBe("\"1\"");

        var features = (await street.Get("boundaries")).GetProperty("features");
        features.GetArrayLength().ShouldBe(2);
        features[0].GetProperty("geometry").GetProperty("coordinates")[0][0][0].EnumerateArray().Select(n => n.GetDouble())
            .ShouldBe([117.2, 33.5]);
    }

    [Fact]
    public async Task Boundaries_of_an_unknown_community_are_refused()
    {
        var street = await WithCommunities("990101404");
        using var answer = await Put(street, Boundaries("990101404001", "990101404999"));
        await answer.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "community-unknown", "/features/1/properties/community");
    }

    [Fact]
    public async Task A_boundary_that_is_none_is_refused_where_it_is()
    {
        var street = await WithCommunities("990101405");
        var body = JsonSerializer.SerializeToNode(Boundaries("990101405001", "990101405002"))!;
        body["features"]![1]!["geometry"]!["coordinates"]![0]![4]![0] = 117.31;
        using var answer = await Put(street, body);
        await answer.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "ring-open", "/features/1/geometry/coordinates/0");
    }

    private async Task<TestStreet> WithCommunities(string code)
    {
        var street = await TestStreet.Create(fixture, code);
        foreach (var community in new[] { $"{code}001", $"{code}002" })
            await fixture.Bus.Publish(new CommunityRegistered(code, community, 1, $"社区{community}"));
        await Eventually.Becomes(async () => (await fixture.Host.Get<KnownCommunities>().All(code, default)).Count, count => count == 2);
        return street;
    }

    private static Task<HttpResponseMessage> Put(TestStreet street, object body) =>
        street.Office.PutAsync(street.Path("boundaries"), TestStreet.Body(body));

    /// <summary>Two squares side by side, as a map tool exports them: with names and ids of its own.</summary>
    private static object Boundaries(string west, string east) => new
    {
        type = "FeatureCollection",
        name = "社区边界",
        features = new[] { Feature(west, 117.2), Feature(east, 117.3) },
    };

    private static object Feature(string community, double from) => new
    {
        type = "Feature",
        id = community,
        properties = new { community, area = 1.5 },
        geometry = new
        {
            type = "Polygon",
            coordinates = new[] { new[] { new[] { from, 33.5 }, [from + 0.1, 33.5], [from + 0.1, 33.6], [from, 33.6], [from, 33.5] } },
        },
    };

    private static async Task<Guid> Record(TestStreet street, object place)
    {
        using var answer = await street.Post("findings", new { category = "0110", description = "垃圾", place });
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return (await answer.Json()).GetProperty("id").GetGuid();
    }
}
