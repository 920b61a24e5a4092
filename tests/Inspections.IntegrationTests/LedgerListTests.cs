using System.Net;
using System.Text.Json;
using Campaign.Inspections.Kernel;
using Campaign.Web;

namespace Campaign.Inspections.IntegrationTests;

public sealed class LedgerListTests(InspectionsFixture fixture) : IClassFixture<InspectionsFixture>
{
    [Theory]
    [InlineData("990101471", "caseNumber")]
    [InlineData("990101472", "recordedAt")]
    [InlineData("990101473", "due")]
    [InlineData("990101474", "severity")]
    public async Task Every_order_is_paged_through_whole_and_without_repeats(string code, string sort)
    {
        var street = await TestStreet.Create(fixture, code);
        await ManyFindings.Happen(fixture, code, 40);

        var upwards = await street.Office.AllPages(street.Path($"findings?sort={sort}&limit=7"));
        var downwards = await street.Office.AllPages(street.Path($"findings?sort=-{sort}&limit=9"));

        upwards.Select(Number).Distinct().Count().ShouldBe(40);
        downwards.Select(Number).ShouldBe(upwards.Select(Number).Reverse());
        upwards.Select(row => (Key(row, sort), Number(row))).ShouldBeInOrder();
    }

    [Theory]
    [InlineData("(东段)"), InlineData("（东段）"), InlineData("12号"), InlineData("１２号"), InlineData("abc店"), InlineData("ＡＢＣ")]
    public async Task Width_and_case_make_no_difference_to_a_search(string text)
    {
        var street = await TestStreet.Create(fixture, "990101309");
        using var recorded = await street.Post(
            "findings", new { category = "0110", description = "人民路（东段）１２号ＡＢＣ店门口", place = new { address = "检索路" } });
        recorded.StatusCode.ShouldBe(HttpStatusCode.Created);

        (await street.Get($"findings?text={Uri.EscapeDataString(text)}")).GetProperty("items").GetArrayLength().ShouldBeGreaterThan(0);
        (await street.Get("findings?text=13号")).GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_filter_shows_what_it_says()
    {
        var street = await TestStreet.Create(fixture, "990101475");
        // So many that what happens to few, a relapse, happens to some.
        await ManyFindings.Happen(fixture, street.Code, 240);
        var all = await street.Office.AllPages(street.Path("findings?limit=500"));

        async Task Shows(string query, Func<JsonElement, bool> wanted)
        {
            var expected = all.Where(wanted).Select(Number).ToList();
            expected.Count.ShouldBeInRange(1, all.Count - 1, query);
            (await street.Office.AllPages(street.Path($"findings?{query}&limit=11"))).Select(Number).ShouldBe(expected, query);
        }
        await Shows("community=C01", row => Text(row, "community") == "C01");
        await Shows("community=-", row => Text(row, "community") is null);
        await Shows("unit=-", row => Text(row, "unit") is null);
        await Shows("category=0120&category=9999", row => Text(row, "category") == "0120");
        await Shows("status=StruckOff&status=Recorded", row => Text(row, "status") is "StruckOff" or "Recorded");
        await Shows("severity=Critical", row => Text(row, "severity") == "Critical");
        await Shows("open=true", row => Text(row, "status") is "Recorded" or "Routed" or "Accepted" or "Reported");
        await Shows("open=false", row => Text(row, "status") is not ("Recorded" or "Routed" or "Accepted" or "Reported"));
        await Shows("overdue=true", row => row.GetProperty("overdue").GetBoolean());
        await Shows("relapsed=true", row => row.GetProperty("round").GetInt32() > 1);
        await Shows("reworked=true", row => row.GetProperty("rejections").GetInt32() > 0);
        await Shows(
            "recordedFrom=2024-09-01&recordedTo=2024-09-01", row =>
                row.GetProperty("recordedAt").GetDateTimeOffset().ToOffset(TimeSpan.FromHours(8)).Day == 1);
        await Shows("text=占道经营", row => Text(row, "description")!.Contains("占道经营", StringComparison.Ordinal));
        await Shows("text=000017", row => Number(row).EndsWith("000017", StringComparison.Ordinal));
        await Shows(
            "text=人民路%20垃圾", row => Text(row, "address") is not null && Text(row, "description")!.Contains("垃圾", StringComparison.Ordinal));
        await Shows("text=垃圾桶旁暴露生活垃圾第4", row => Text(row, "description")!.StartsWith("垃圾桶旁暴露生活垃圾第4", StringComparison.Ordinal));
        await Shows("bbox=117.2105,33.6,117.2305,33.7", row => row.TryGetProperty("longitude", out var x)
            && x.GetDouble() is > 117.2105 and < 117.2305);
    }

    [Fact]
    public async Task A_unit_officer_sees_what_his_unit_leads_or_helps_with_and_nothing_else()
    {
        var street = await TestStreet.Create(fixture, "990101476");
        await ManyFindings.Happen(fixture, street.Code, 40);
        using var officer = fixture.Client(Role.UnitOfficer, street.Code, TestStreet.Unit);

        var mine = (await street.Office.AllPages(street.Path("findings?limit=500"))).Where(row => Text(row, "unit") == TestStreet.Unit)
            .Select(Number).ToList();
        mine.ShouldNotBeEmpty();
        (await officer.AllPages(street.Path("findings"))).Select(Number).ShouldBe(mine);
        (await officer.AllPages(street.Path($"findings?unit={TestStreet.AnotherUnit}"))).ShouldBeEmpty();
        (await street.Get("findings/map", officer)).GetProperty("features").EnumerateArray()
            .ShouldAllBe(pin => pin.GetProperty("properties").GetProperty("unit").GetString() == TestStreet.Unit);
        (await street.Get("findings/summary", officer)).GetProperty("total").GetInt32().ShouldBe(mine.Count);
        var groups = (await street.Get("findings/figures?from=2024-08-31&to=2024-09-30", officer)).GetProperty("groups")[0];
        groups.GetProperty("rates").EnumerateArray().Single(r => r.GetProperty("code").GetString() == "sameDayRouting")
            .GetProperty("denominator").GetInt32().ShouldBeLessThanOrEqualTo(mine.Count);
    }

    [Fact]
    public async Task The_map_has_a_pin_for_each_case_with_a_point_and_says_when_there_are_more()
    {
        var street = await TestStreet.Create(fixture, "990101477");
        await ManyFindings.Happen(fixture, street.Code, 20);

        using var answer = await street.Office.GetAsync(street.Path("findings/map"));
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/geo+json");
        var map = await answer.Json();
        (map.GetProperty("type").GetString(), map.GetProperty("features").GetArrayLength(), map.GetProperty("truncated").GetBoolean())
            .ShouldBe(("FeatureCollection", 16, false));
        var pin = map.GetProperty("features")[0];
        pin.GetProperty("geometry").GetProperty("coordinates").EnumerateArray().Select(x => x.GetDecimal())
            .ShouldBe([117.201m, 33.601m], tolerance: 0.000001m);
        var few = await street.Get("findings/map?limit=3&sort=-caseNumber");
        (few.GetProperty("features").GetArrayLength(), few.GetProperty("truncated").GetBoolean()).ShouldBe((3, true));
    }

    [Fact]
    public async Task A_history_says_who_did_what_when()
    {
        var street = await TestStreet.Create(fixture, "990101478");
        var photo = await street.Upload("历史");
        var id = await street.Record(null, photo);

        var line = (await street.Get($"findings/{id}/history"))[0];
        line.GetProperty("text").GetString().ShouldBe("登记问题：东经 117.2°、北纬 33.6°，暴露生活垃圾（较重），垃圾桶旁暴露生活垃圾。");
        line.GetProperty("by").GetString().ShouldBe($"Inspector@{street.Code}");
        line.GetProperty("photos")[0].GetString().ShouldBe(photo);
    }

    [Theory]
    [InlineData("sort=weather", "sort-unknown", "/sort")]
    [InlineData("bbox=1,2,3", "request-invalid", "/bbox")]
    [InlineData("recordedFrom=2024-09-02&recordedTo=2024-09-01", "request-invalid", "/recordedTo")]
    [InlineData("text=一%20二%20三%20四%20五%20六", "request-invalid", "/text")]
    public async Task What_is_no_filter_is_refused(string query, string rule, string pointer)
    {
        using var office = fixture.Client(Role.StreetOffice, "990101479");
        foreach (var list in new[] { "findings", "findings/map", "findings/export" })
        {
            using var answer = await office.GetAsync($"/api/streets/990101479/{list}?{query}");
            await answer.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, rule, pointer);
        }
    }

    private static string Number(JsonElement row) => row.GetProperty("caseNumber").GetString()!;

    private static string? Text(JsonElement row, string name) => row.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static string Key(JsonElement row, string sort) => sort switch
    {
        "severity" =>
            ((int)Enum.Parse<Severity>(row.GetProperty(sort).GetString()!)).ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => row.TryGetProperty(sort, out var value) ? value.GetString()! : "~",
    };
}
