using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Campaign.Web;

namespace Campaign.Inspections.IntegrationTests;

public sealed class InspectionFigureTests(InspectionsFixture fixture) : IClassFixture<InspectionsFixture>
{
    [Fact]
    public async Task Coverage_names_the_missing_weeks_and_lists_what_it_counts()
    {
        var street = await TestStreet.Create(fixture, "990101641");
        var covering = await Confirmed(street, "日常检查", "2024-09-08");
        await Confirmed(street, "自查", "2024-09-10");
        await Confirmed(street, "暗访", "2024-09-22");
        (await street.Post("inspections", Visit("日常检查", "2024-09-24"))).Dispose(); // never confirmed

        var coverage = await street.Get("inspections/coverage?month=2024-09&category=居委会");

        (coverage.GetProperty("covered").GetInt32(), coverage.GetProperty("required").GetInt32()).ShouldBe((2, 8));
        var subject = coverage.GetProperty("subjects").EnumerateArray()
            .Single(s => s.GetProperty("subject").GetString() == TestStreet.Unit);
        subject.GetProperty("missingWeeks").EnumerateArray().Select(week => week.GetString()).ShouldBe(["2024-09-09", "2024-09-23"]);
        subject.GetProperty("weeks")[0].GetProperty("inspections").EnumerateArray().Single().GetGuid().ShouldBe(covering);
        using var unit = fixture.Client(Role.UnitOfficer, street.Code, TestStreet.AnotherUnit);
        (await street.Get("inspections/coverage?month=2024-09", unit)).GetProperty("subjects").EnumerateArray().Single()
            .GetProperty("subject").GetString().ShouldBe(TestStreet.AnotherUnit);
        using var none = await street.Office.GetAsync(street.Path("inspections/coverage?month=2024-13"));
        await none.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "month-invalid", "/month");
    }

    [Fact]
    public async Task The_covert_ratio_opens_into_the_lists_behind_it()
    {
        var street = await TestStreet.Create(fixture, "990101642");
        foreach (var kind in new[] { "日常检查", "上级督查", "暗访", "自查" }) await Confirmed(street, kind, "2024-09-08");

        var ratio = await street.Get("inspections/covert-ratio?from=2024-09-01&until=2024-09-30");

        (ratio.GetProperty("covert").GetInt32(), ratio.GetProperty("open").GetInt32(), ratio.GetProperty("ratio").GetDecimal())
            .ShouldBe((1, 2, 33.33m));
        (await Listed(street, ratio, "covertList")).ShouldBe(["暗访"]);
        (await Listed(street, ratio, "openList")).ShouldBe(["上级督查", "日常检查"], ignoreOrder: true);
        (await street.Get("inspections/covert-ratio?from=2023-01-01&until=2023-01-31")).TryGetProperty("ratio", out _).ShouldBeFalse();
        using var unknown = await street.Office.GetAsync(street.Path("inspections?kind=抽查"));
        await unknown.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "kind-unknown");
    }

    [Fact]
    public async Task A_sampling_plan_counts_places_once()
    {
        var street = await TestStreet.Create(fixture, "990101643");
        object Plan(string size) => new
        {
            name = "量化评价抽样",
            standard = "2014",
            citySize = size,
            minimums = new[] { new { citySize = "甲", samples = 161 }, new { citySize = "乙", samples = 3 } },
            split = new[
                ] { new { citySize = "乙", venueType = "公厕", samples = 2 }, new { citySize = "乙", venueType = "农贸市场", samples = 1 } },
            from = "2024-09-01",
            until = "2024-09-30",
        };
        using (var set = await street.Office.PutAsync(street.Path("sampling-plans/2014"), TestStreet.Body(Plan("乙"))))
            set.StatusCode.ShouldBe(HttpStatusCode.OK, await set.Content.ReadAsStringAsync());
        using (var unknown = await street.Office.PutAsync(street.Path("sampling-plans/2014"), TestStreet.Body(Plan("丙"))))
            await unknown.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "city-size-unknown", "/citySize");
        foreach (var (
            name, day) in new[] { ("东门公厕", "2024-09-08"), ("东门公厕", "2024-09-15"), ("西门公厕", "2024-09-15"), ("北门公厕", "2024-10-01") })
            await Confirmed(street, "日常检查", day, new { type = "公厕", name });

        var progress = await street.Get("sampling-plans/2014/progress");

        (progress.GetProperty("done").GetInt32(), progress.GetProperty("required").GetInt32(), progress.GetProperty("met").GetBoolean())
            .ShouldBe((2, 3, false));
        var toilets = progress.GetProperty("venues").EnumerateArray().Single(venue => venue.GetProperty("venueType").GetString() == "公厕");
        toilets.GetProperty("met").GetBoolean().ShouldBeTrue();
        toilets.GetProperty("samples").EnumerateArray().Select(sample => sample.GetProperty("venue").GetString())
            .ShouldBe(["东门公厕", "西门公厕"]);
        (await street.Get("sampling-plans")).GetProperty("items").GetArrayLength().ShouldBe(1);
        using var missing = await street.Office.GetAsync(street.Path("sampling-plans/2021/progress"));
        await missing.ShouldBeProblem(HttpStatusCode.NotFound, "sampling-plan-not-found");
    }

    private static async Task<IEnumerable<string?>> Listed(TestStreet street, JsonElement ratio, string list) =>
        (await street.Office.GetFromJsonAsync<JsonElement>(ratio.GetProperty(list).GetString())).GetProperty("items").EnumerateArray()
            .Select(row => row.GetProperty("kind").GetString());

    private static object Visit(string kind, string date, object? venue = null) =>
        new { subject = TestStreet.Unit, sheet = "sheet-1", kind, date, venue };

    private static async Task<Guid> Confirmed(TestStreet street, string kind, string date, object? venue = null)
    {
        using var started = await street.Post("inspections", Visit(kind, date, venue));
        started.StatusCode.ShouldBe(HttpStatusCode.Created, await started.Content.ReadAsStringAsync());
        var id = (await started.Json()).GetProperty("id").GetGuid();
        using var confirmed = await street.Post($"inspections/{id}/confirmation", new { });
        confirmed.StatusCode.ShouldBe(HttpStatusCode.OK, await confirmed.Content.ReadAsStringAsync());
        return id;
    }
}
