using System.Text.Json;

namespace Campaign.Tasks.IntegrationTests;

public sealed class InspectionPointTests(TasksFixture fixture) : IClassFixture<TasksFixture>
{
    [Fact]
    public async Task A_point_shows_how_ready_it_is()
    {
        var street = await AStreet.Create(fixture);
        await street.Office.Put($"{street.Path}/posts/P05", new { title = "社区党支部书记", role = "Member", unit = AStreet.Committee });
        var point = $"{street.Path}/inspection-points/D01";
        var body = new { name = "广场社区卫生服务站", community = "C1", group = "健康教育组", longitude = 110.1, latitude = 20.2 };
        (await street.Office.Put(point, body)).Version.ShouldBe(1);
        (await street.Office.Put(point, body)).Version.ShouldBe(1);
        var unprepared = await street.Office.Get(point);
        unprepared.Body.GetProperty("point").GetProperty("guide").GetString().ShouldBe("P05");
        unprepared.Body.GetProperty("point").TryGetProperty("readiness", out _).ShouldBeFalse();

        var path = await street.Issue(new
        {
            title = "广场社区点位",
            unit = AStreet.Committee,
            due = new DateTimeOffset(2099, 9, 6, 0, 0, 0, TimeSpan.FromHours(8)),
            kind = "PointPreparation",
            point = new { code = "D01", weights = new { guide = 1, panels = 4, ppt = 2, archive = 2, surroundings = 1 } },
        });
        await street.Office.Put($"{path}/items/Guide", new { note = "已到位" });
        await street.Office.Put($"{path}/items/Ppt", new { documents = new[] { new string('d', 64) } });
        var readiness = await street.Office.Get(point);
        readiness.Body.GetProperty("point").GetProperty("readiness").GetDecimal().ShouldBe(30m);
        readiness.Body.GetProperty("parts").EnumerateArray().Count(part => part.GetProperty("filed").GetBoolean()).ShouldBe(2);
        (await street.Office.Post($"{path}/submission", new { })).Rule.ShouldBe("point-not-ready");

        (await street.Office.Get($"{street.Path}/inspection-points?community=C1")).Items.Single().GetProperty("readiness").GetDecimal()
            .ShouldBe(30m);
        (await street.Office.Get($"{street.Path}/inspection-points?community=C2")).Items.ShouldBeEmpty();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{street.Path}/inspection-points");
        request.Headers.Accept.ParseAdd("application/geo+json");
        using var map = await street.Office.SendAsync(request);
        var feature = JsonDocument.Parse(await map.Content.ReadAsStringAsync()).RootElement.GetProperty("features")[0];
        feature.GetProperty("geometry").GetProperty("coordinates").EnumerateArray().Select(number => number.GetDouble())
            .ShouldBe([110.1, 20.2]);
        feature.GetProperty("properties").GetProperty("readiness").GetDecimal().ShouldBe(30m);

        await street.Office.Post($"{path}/cancellation", new { reason = "点位调整" });
        (await street.Office.Get(point)).Body.GetProperty("parts").GetArrayLength().ShouldBe(0);
    }
}
