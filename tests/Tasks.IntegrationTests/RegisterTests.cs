using System.Net;
using Campaign.Web;

namespace Campaign.Tasks.IntegrationTests;

public sealed class RegisterTests(TasksFixture fixture) : IClassFixture<TasksFixture>
{
    private static readonly object Unit = new { name = "广场社区居委会", category = "居委会", community = "C1", from = "2024-01-01" };

    [Fact]
    public async Task A_unit_that_is_put_again_keeps_its_version_and_a_changed_one_has_the_next()
    {
        var street = await AStreet.Create(fixture);
        var path = $"{street.Path}/units/U100";
        (await street.Office.Put(path, Unit)).Version.ShouldBe(1);
        (await street.Office.Put(path, Unit)).Version.ShouldBe(1);
        (await street.Office.Put(path, new { name = "广场第二居委会", from = "2024-01-01", until = "2024-12-31" })).Version.ShouldBe(2);

        var now = await street.Office.Get(path);
        now.Version.ShouldBe(2);
        (now.Text("name"), now.Text("until"), now.Body.TryGetProperty("category", out _)).ShouldBe(("广场第二居委会", "2024-12-31", false));
    }

    [Fact]
    public async Task A_name_that_looks_like_another_is_refused_and_one_with_what_nobody_sees_as_well()
    {
        var street = await AStreet.Create(fixture);
        object Named(string name) => new { name, category = "机关部门", from = "2024-01-01" };
        Task<Answer> Put(string code, string name) => street.Office.Put($"{street.Path}/units/{code}", Named(name));

        (await Put("V1", " 园林站（东）")).Status.ShouldBe(HttpStatusCode.OK);
        (await street.Office.Get($"{street.Path}/units/V1")).Text("name").ShouldBe("园林站（东）");
        foreach (var alike in new[] { "园林站（东）", "园林站（东）\u3000", "园林站(东)", "园 林站（东）" })
            (await Put("V2", alike)).ShouldSatisfyAllConditions(
                a => a.Status.ShouldBe(HttpStatusCode.Conflict), a => a.Rule.ShouldBe("name-looks-alike"),
                a => a.Pointers.ShouldBe(["/name"]));
        foreach (var hidden in new[] { "园林\u200b站", "园林站\ufeff", "园林站\u202e" })
            (await Put("V2", hidden)).Pointers.ShouldBe(["/name"]);
        (await Put("V1", "园林站（东）")).Status.ShouldBe(HttpStatusCode.OK);
        (await Put("𠮷·1", "𠮷祥·园林站")).Status.ShouldBe(HttpStatusCode.OK);
        (await street.Office.Get($"{street.Path}/units/{Uri.EscapeDataString("𠮷·1")}")).Text("name").ShouldBe("𠮷祥·园林站");

        (await street.Office.Put($"{street.Path}/communities/C8", new { name = "东苑社区" })).Status.ShouldBe(HttpStatusCode.OK);
        (await street.Office.Put($"{street.Path}/communities/C9", new { name = "东苑 社区" })).Rule.ShouldBe("name-looks-alike");
        (await street.Office.Put($"{street.Path}/posts/P8", new { title = "副主任", role = "Member" })).Status.ShouldBe(HttpStatusCode.OK);
        (await street.Office.Put($"{street.Path}/posts/P9", new { title = "副主任", role = "Member" })).Rule.ShouldBe("name-looks-alike");
    }

    [Fact]
    public async Task A_change_based_on_an_old_version_is_refused()
    {
        var street = await AStreet.Create(fixture);
        var path = $"{street.Path}/units/U100";
        await street.Office.Put(path, Unit);
        var stale = await street.Office.Put(path, new { name = "广场第二居委会", from = "2024-01-01" }, ifMatch: 7);
        (stale.Status, stale.Rule).ShouldBe((HttpStatusCode.PreconditionFailed, "version-stale"));
    }

    [Theory]
    [InlineData("communities/C1", """{"name":"广场社区"}""")]
    [InlineData("units/U1", """{"name":"环卫站","from":"2024-01-01"}""")]
    [InlineData("posts/P1", """{"title":"主任","role":"Member"}""")]
    [InlineData("responsibility-rules", """{"rules":[]}""")]
    public async Task Nothing_is_written_for_a_street_that_does_not_take_part(string path, string body)
    {
        using var office = fixture.Client(Role.StreetOffice, "990999999");
        var refused = await office.Put($"/api/streets/990999999/{path}", System.Text.Json.Nodes.JsonNode.Parse(body)!);
        (refused.Status, refused.Rule).ShouldBe((HttpStatusCode.NotFound, "street-unknown"));
    }

    [Fact]
    public async Task A_street_is_the_districts_to_register_under_its_nine_digits()
    {
        using var district = fixture.Client(Role.DistrictOffice, "990999998");
        (await district.Put("/api/district/streets/99099", new { name = "某街道" })).Rule.ShouldBe("street-code-invalid");
        using var office = fixture.Client(Role.StreetOffice, "990999998");
        (await office.Put("/api/district/streets/990999998", new { name = "某街道" })).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_office_sees_its_own_street_in_the_list_and_the_district_all()
    {
        var (one, two) = (await AStreet.Create(fixture), await AStreet.Create(fixture));
        using var district = fixture.Client(Role.DistrictOffice, one.Code);
        (await one.Office.Get("/api/district/streets")).Items.Select(row => row.GetProperty("code").GetString()).ShouldBe([one.Code]);
        var all = (await district.Get("/api/district/streets?limit=500")).Items.Select(row => row.GetProperty("code").GetString()).ToList();
        all.ShouldContain(one.Code);
        all.ShouldContain(two.Code);
    }

    [Fact]
    public async Task Units_come_page_by_page_and_only_those_of_the_street()
    {
        await AStreet.Create(fixture);
        var street = await AStreet.Create(fixture);
        var first = await street.Office.Get($"{street.Path}/units?limit=3");
        first.Items.Length.ShouldBe(3);
        var rest = await street.Office.Get($"{street.Path}/units?limit=3&after={first.Text("next")}");
        rest.Items.Select(row => row.GetProperty("code").GetString()).ShouldBe([AStreet.HealthOffice]);
    }

    [Fact]
    public async Task What_the_map_and_posts_name_must_be_registered()
    {
        var street = await AStreet.Create(fixture);
        var days = new { minor = 1, major = 1, critical = 1 };
        var map = await street.Office.Put($"{street.Path}/responsibility-rules", new
        {
            rules = new object[]
            {
                new { lead = AStreet.CityManagement, days },
                new { category = "0101", lead = "U999", cooperating = new[] { AStreet.Sanitation, "U998" }, guarantor = "P99", days },
                new { community = "C9", lead = AStreet.CityManagement, days },
            },
        });
        (map.Status, map.Rule).ShouldBe((HttpStatusCode.UnprocessableEntity, "request-invalid"));
        map.Pointers.ShouldBe(["/rules/1/lead", "/rules/1/cooperating/1", "/rules/1/guarantor", "/rules/2/community"]);

        var post = await street.Office.Put(
            $"{street.Path}/posts/P02", new { title = "主任", role = "Member", communities = new[] { "C1", "C9" } });
        (post.Rule, post.Pointers.Single()).ShouldBe(("community-unknown", "/communities/1"));
        (await street.Office.Put($"{street.Path}/posts/P02", new { title = "主任", role = "Member", unit = "U999" })).Rule.ShouldBe(
            "unit-unknown");
        var unit = await street.Office.Put($"{street.Path}/units/U100", new { name = "某站", community = "C9", from = "2024-01-01" });
        unit.Rule.ShouldBe("community-unknown");
    }

    [Fact]
    public async Task Two_rules_for_the_same_are_refused_and_so_is_a_field_nobody_knows()
    {
        var street = await AStreet.Create(fixture);
        var twice = await street.Office.Put(
            $"{street.Path}/responsibility-rules", new { rules = new[] { AStreet.GarbageRule, AStreet.GarbageRule } });
        twice.Body.GetProperty("errors")[0].GetProperty("rule").GetString().ShouldBe("rule-ambiguous");
        (await street.Office.Put($"{street.Path}/units/U100", new { name = "某站", from = "2024-01-01", phone = "1" })).Rule.ShouldBe(
            "field-unknown");
        (await street.Office.Put($"{street.Path}/responsibility-rules", new { rules = new object?[] { null } })).Pointers.ShouldBe(
            ["/rules/0"]);
        (await street.Office.Put($"{street.Path}/units/{new string('U', 31)}", new { name = "某站", from = "2024-01-01" })).Rule.ShouldBe(
            "code-invalid");
    }

    [Fact]
    public async Task The_map_says_who_is_responsible()
    {
        var street = await AStreet.Create(fixture);
        var path = $"{street.Path}/responsibility-rules/resolution";
        var resolved = await street.Office.Get($"{path}?category={AStreet.Garbage}&community=C1&severity=Major");
        (resolved.Text("lead"), resolved.Text("guarantor"), resolved.Body.GetProperty("days").GetInt32(),
            resolved.Body.GetProperty("rule").GetInt32())
            .ShouldBe((AStreet.CityManagement, "P01", 2, 0));
        var none = await street.Office.Get($"{path}?category={AStreet.Canteens}");
        (none.Status, none.Rule).ShouldBe((HttpStatusCode.NotFound, "no-rule"));
        (await street.Office.Get($"{street.Path}/responsibility-rules")).Body.GetProperty("rules").GetArrayLength().ShouldBe(1);
    }
}
