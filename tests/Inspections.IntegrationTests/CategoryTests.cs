using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Campaign.Web;

namespace Campaign.Inspections.IntegrationTests;

/// <summary>On a service of its own: the list is the district's, and the other tests set it too.</summary>
public sealed class CategoryTests(InspectionsFixture fixture) : IClassFixture<InspectionsFixture>
{
    [Fact]
    public async Task A_case_keeps_the_criteria_it_was_judged_under()
    {
        var street = await TestStreet.Create(fixture, "990101431");
        await Set(street, "见垃圾即立案", "Critical");
        var id = (await Recorded(street)).GetProperty("id").GetGuid();
        await Set(street, "超过半平方米立案", "Minor");

        var row = await street.Get($"findings/{id}");
        row.GetProperty("severity").GetString().ShouldBe("Critical");
        row.GetProperty("criteria").GetProperty("openingCriterion").GetString().ShouldBe("见垃圾即立案");
        var version = row.GetProperty("categoryVersion").GetInt32();
        (await Listed(street, $"?version={version}"))[0].GetProperty("openingCriterion").GetString().ShouldBe("见垃圾即立案");
        (await Listed(street, ""))[0].GetProperty("openingCriterion").GetString().ShouldBe("超过半平方米立案");
        (await Listed(street, "?crosswalk=01-10")).Single().GetProperty("code").GetString().ShouldBe("0110");
        (await Listed(street, "?crosswalk=0199")).ShouldBeEmpty();
    }

    private async Task Set(TestStreet street, string opening, string severity)
    {
        using var district = fixture.Client(Role.DistrictOffice, street.Code);
        var crosswalk = new JsonArray(new JsonObject { ["system"] = "数字城管", ["code"] = "01-10" });
        using var answer = await district.PutAsync("/api/district/finding-categories", TestStreet.Body(new JsonObject
        {
            ["categories"] = new JsonArray(new JsonObject
            {
                ["code"] = "0110",
                ["name"] = "暴露生活垃圾",
                ["openingCriterion"] = opening,
                ["closingCriterion"] = "清理干净、无异味",
                ["severity"] = severity,
                ["crosswalk"] = crosswalk,
            }),
        }));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_group_of_categories_is_selected_in_lists_and_figures()
    {
        var street = await TestStreet.Create(fixture, "990101904");
        using var district = fixture.Client(Role.DistrictOffice, street.Code);
        object Category(string code, string? group) => new { code, name = $"类别{code}", group };
        async Task Set(string? group)
        {
            var body = TestStreet.Body(new { categories = new[] { Category("0110", group), Category("X8099", null) } });
            (await district.PutAsync("/api/district/finding-categories", body)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
        await Set(null);
        await street.Record();
        using var other = await street.Post("findings", new { category = "X8099", description = "档案缺失", place = new { address = "社区" } });
        await Set("十乱");

        async Task<int> Count(string query) => (await street.Get($"findings?{query}")).GetProperty("items").GetArrayLength();
        (await Count("group=十乱"), await Count("group=-"), await Count("group=十乱&group=-"), await Count("group=无")).ShouldBe((1, 1, 2, 0));
        (await Count("group=十乱&category=X8099")).ShouldBe(0);
        var today = $"{ChinaTime.DateOf(TimeProvider.System.GetUtcNow()):yyyy-MM-dd}";
        var figures = await street.Get($"findings/figures?from={today}&to={today}&by=group");
        var groups = figures.GetProperty("groups").EnumerateArray().ToDictionary(g => g.GetProperty("key").GetString()!);
        (groups["-"].GetProperty("name").GetString(), groups["十乱"].GetProperty("name").GetString()).ShouldBe(("其他类别", "十乱"));
        var sameDay = groups["十乱"].GetProperty("rates").EnumerateArray().First(rate => rate.GetProperty("denominator").GetInt32() > 0);
        sameDay.GetProperty("denominator").GetInt32().ShouldBe(1);
        using var list = await street.Office.GetAsync(sameDay.GetProperty("denominatorHref").GetString());
        (await list.Json()).GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    private static async Task<List<JsonElement>> Listed(TestStreet street, string query)
    {
        using var answer = await street.Office.GetAsync($"/api/district/finding-categories{query}");
        return [.. (await answer.Json()).GetProperty("categories").EnumerateArray()];
    }

    private static async Task<JsonElement> Recorded(TestStreet street)
    {
        using var answer = await street.Post(
            "findings", new { category = "0110", description = "垃圾", place = new { longitude = 117.2, latitude = 33.6 } });
        return await answer.Json();
    }
}
