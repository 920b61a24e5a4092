using System.Net;
using System.Text.Json.Nodes;
using Campaign.Web;

namespace Campaign.Tasks.IntegrationTests;

/// <summary>The district sees all streets there are, so these tests have them to themselves.</summary>
public sealed class DistrictIndicatorTests(TasksFixture fixture) : IClassFixture<TasksFixture>
{
    [Fact]
    public async Task An_indicator_by_streets_attains_when_every_street_does()
    {
        var (one, two) = (await AStreet.Create(fixture), await AStreet.Create(fixture));
        using var district = fixture.Client(Role.DistrictOffice, one.Code);
        await district.Put($"/api/district/streets/{two.Code}", new { name = "北关街道" });
        (await district.Put("/api/district/indicator-values/2023/43", new { value = 96 })).Rule.ShouldBe("indicator-by-streets");

        await one.Office.Put($"{one.Path}/indicator-values/2023/43", new { value = 99 });
        (await Judged(district, 43)).ShouldBe(("InsufficientData", "北关街道：缺少2023年的数值。"));
        await two.Office.Put($"{two.Path}/indicator-values/2023/43", new { value = 88 });
        (await Judged(district, 43)).ShouldBe(("NotAttained", "北关街道：2023年为88%，未达到“≥90%”。"));
        await two.Office.Put($"{two.Path}/indicator-values/2023/43", new { value = 90 });
        (await Judged(district, 43)).ShouldBe(("Attained", "2个街道全部达标。"));

        var values = (await district.Get("/api/district/indicators/43?year=2023")).Body.GetProperty("values").EnumerateArray().ToList();
        values.Select(value => value.GetProperty("street").GetString()).ShouldBe([one.Code, two.Code]);

        await two.Office.Put($"{two.Path}/indicator-values/2023/2", new { value = 99 });
        (await Judged(district, 2)).Result.ShouldBe("InsufficientData", "the figure of a street is none of the district");
        (await one.Office.Get("/api/district/indicators?year=2023")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_version_of_the_districts_own_takes_over_from_its_year_and_keeps_the_history()
    {
        using var district = fixture.Client(Role.DistrictOffice, "990200000");
        foreach (var (year, value) in new[] { (2021, 20m), (2022, 21), (2023, 22), (2024, 22.5m) })
            (await district.Put($"/api/district/indicator-values/{year}/3", new { value })).Status.ShouldBe(HttpStatusCode.OK);
        (await Judged(district, 3, 2024)).Result.ShouldBe("Attained");

        var own = JsonNode.Parse((await district.Get("/api/district/indicator-standards/2021")).Body.GetRawText())!.AsObject();
        own["from"] = 2025;
        own["indicators"]![2]!["target"]!["value"] = 25;
        (await district.Put("/api/district/indicator-standards/2025-Q", own)).Status.ShouldBe(HttpStatusCode.OK);

        (await district.Put("/api/district/indicator-values/2025/3", new { value = 23 })).Status.ShouldBe(HttpStatusCode.OK);
        var judged = (await district.Get("/api/district/indicators/3?year=2025")).Body;
        judged.GetProperty("reason").GetString()
            .ShouldBe("2025年为23%，未达到“≥25%”。近3年逐年提高：2022年为21%、2023年为22%、2024年为22.5%、2025年为23%。");
        judged.GetProperty("values").EnumerateArray().Select(value => value.GetProperty("version").GetString())
            .ShouldBe(["2021", "2021", "2021", "2021", "2025-Q"]);
        (await district.Get("/api/district/indicators?year=2024")).Text("version").ShouldBe("2021");
        (await Judged(district, 3, 2025, "&version=2021")).Result
            .ShouldBe("InsufficientData", "what was judged by one version is not judged by another");
        own["title"] = "改过的标准";
        (await district.Put("/api/district/indicator-standards/2025-Q", own)).Rule.ShouldBe("standard-in-use");
    }

    private static async Task<(string Result, string Reason)> Judged(HttpClient district, int no, int year = 2023, string more = "")
    {
        var answer = await district.Get($"/api/district/indicators/{no}?year={year}{more}");
        return (answer.Text("result"), answer.Text("reason"));
    }
}
