using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Campaign.Tasks.IntegrationTests;

/// <summary>Editions of a plan in the far future, so that nothing is over when it is taken.</summary>
public sealed class PlanRevisionTests(TasksFixture fixture) : IClassFixture<TasksFixture>
{
    [Fact]
    public async Task An_edition_is_previewed_and_taken_by_its_difference()
    {
        var street = await AStreet.Create(fixture);
        var first = await street.Office.Post($"{street.Path}/plans", Edition(AStreet.CityManagement, AStreet.Sanitation));
        (first.Version, first.Body.GetProperty("assignments").GetInt32()).ShouldBe((1, 4));
        await Submit(street, await Of(street, AStreet.Sanitation, "收尾阶段"));

        var second = Edition(AStreet.CityManagement, AStreet.HealthOffice);
        second["phases"]![1]!["to"] = "2099-11-30";
        var tried = await street.Office.Post($"{street.Path}/plans?dryRun=true", second);
        (tried.Version, Changes(tried)).ShouldBe((1, """{"None":1,"Move":1,"Issue":2,"Cancel":1,"Withdraw":1}"""));
        (await street.Office.Get($"{street.Path}/assignments")).Items.Length.ShouldBe(4);

        var taken = await street.Office.Post($"{street.Path}/plans", second, ifMatch: 1);
        (taken.Version, Changes(taken), taken.Body.GetProperty("assignments").GetInt32()).ShouldBe((2, Changes(tried), 4));
        (await Of(street, AStreet.CityManagement, "收尾阶段")).GetProperty("due").GetDateTimeOffset()
            .ShouldBe(new DateTimeOffset(2099, 12, 1, 0, 0, 0, TimeSpan.FromHours(8)));
        (await Of(street, AStreet.HealthOffice, "开始阶段")).GetProperty("status").GetString().ShouldBe("Issued");
        var gone = await Of(street, AStreet.Sanitation, "开始阶段");
        (gone.GetProperty("status").GetString(), gone.GetProperty("reason").GetString()).ShouldBe(("Cancelled", "方案调整"));
        (await Of(street, AStreet.Sanitation, "收尾阶段")).GetProperty("status").GetString().ShouldBe("Submitted");

        (await street.Office.Post($"{street.Path}/plans", second)).Version.ShouldBe(2);
        (await street.Office.Get($"{street.Path}/plans")).Items.Single().GetProperty("assignments").GetInt32().ShouldBe(4);
    }

    [Fact]
    public async Task What_is_taken_is_what_was_seen()
    {
        var street = await AStreet.Create(fixture);
        await street.Office.Post($"{street.Path}/plans", Edition(AStreet.CityManagement));
        await street.Office.Post($"{street.Path}/plans", Edition(AStreet.CityManagement, AStreet.Sanitation));
        var stale = await street.Office.Post($"{street.Path}/plans", Edition(AStreet.HealthOffice), ifMatch: 1);
        (stale.Status, stale.Rule).ShouldBe((HttpStatusCode.PreconditionFailed, "version-stale"));
    }

    [Fact]
    public async Task Of_two_editions_of_what_was_seen_one_is_taken()
    {
        var street = await AStreet.Create(fixture);
        await street.Office.Post($"{street.Path}/plans", Edition(AStreet.CityManagement));

        var answers = await Task.WhenAll(new[] { AStreet.Sanitation, AStreet.HealthOffice }
            .Select(unit => street.Office.Post($"{street.Path}/plans", Edition(AStreet.CityManagement, unit), ifMatch: 1)));

        answers.Select(answer => answer.Status).Order().ShouldBe([HttpStatusCode.OK, HttpStatusCode.PreconditionFailed]);
        (await street.Office.Get($"{street.Path}/assignments")).Items.Length.ShouldBe(4);
    }

    [Fact]
    public async Task An_action_of_another_name_renames_its_assignments()
    {
        var street = await AStreet.Create(fixture);
        await street.Office.Post($"{street.Path}/plans", Edition(AStreet.CityManagement));
        var renamed = Edition(AStreet.CityManagement);
        renamed["actions"]![0]!["name"] = "道路设施提升行动";
        await street.Office.Post($"{street.Path}/plans", renamed);
        (await Of(street, AStreet.CityManagement, "开始阶段")).GetProperty("title").GetString().ShouldBe("道路设施提升行动（开始阶段）");
    }

    [Fact]
    public async Task A_missing_annex_is_open_until_it_is_found()
    {
        var street = await AStreet.Create(fixture);
        var plan = Edition(AStreet.CityManagement);
        plan["missingAnnexes"] = new JsonArray("任务分解表", "责任路段图");
        var taken = await street.Office.Post($"{street.Path}/plans", plan);
        taken.Body.GetProperty("remarks").EnumerateArray().Select(remark => remark.GetProperty("at").GetString())
            .ShouldBe(["/missingAnnexes/0", "/missingAnnexes/1"]);
        var path = $"{street.Path}/plans/{taken.Text("planId")}";
        (await street.Office.Put($"{path}/references/2", new { evidence = new string('a', 64) })).Version.ShouldBe(2);
        (await street.Office.Put($"{path}/references/2", new { evidence = new string('a', 64) })).Version.ShouldBe(2);

        (await street.Office.Get(path)).Body.GetProperty("references").EnumerateArray()
            .Select(reference => reference.GetProperty("open").GetBoolean()).ShouldBe([true, false]);
        (await street.Office.Get($"{street.Path}/plans")).Items.Single().GetProperty("openReferences").GetInt32().ShouldBe(1);
        (await street.Office.Put($"{path}/references/3", new { note = "无此附件" })).Rule.ShouldBe("reference-not-found");
        (await street.Office.Put($"{path}/references/1", new { })).Pointers.ShouldBe(["/note"]);
        (await street.Office.Put($"{street.Path}/plans/{Guid.NewGuid()}/references/1", new { note = "无此附件" })).Rule.ShouldBe(
            "plan-not-found");
    }

    [Fact]
    public async Task What_a_document_gets_wrong_in_itself_is_refused_where_it_stands()
    {
        var street = await AStreet.Create(fixture);
        var plan = Edition(AStreet.CityManagement);
        plan["actions"]![0]!["tasks"] = JsonNode.Parse(
            """
            [
              { "no": 1, "title": "甲", "lead": "U010", "cooperating": ["U010"] },
              { "no": 1, "title": "乙" },
              { "no": 2, "title": "丙", "lead": "U010", "kind": "Roster" }
            ]
            """);
        var refused = await street.Office.Post($"{street.Path}/plans", plan);
        refused.Body.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("rule").GetString()).Distinct().Order()
            .ShouldBe(["cooperating-is-lead", "kind-not-in-plan", "task-twice", "task-without-lead", "units-beside-tasks"]);
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public async Task A_day_outside_of_all_reason_is_refused(string day)
    {
        var street = await AStreet.Create(fixture);
        var plan = Edition(AStreet.CityManagement);
        (plan["issuedOn"], plan["phases"]![0]!["from"], plan["phases"]![0]!["to"]) = (day, day, day);
        (await street.Office.Post($"{street.Path}/plans", plan)).Pointers.ShouldBe(
            ["/issuedOn", "/phases/0/from", "/phases/0/to"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("shanghang", 28, 2)]
    [InlineData("jinniushan", 36, 0)]
    public async Task The_other_plans_of_the_samples_are_taken(string sample, int assignments, int archives)
    {
        var street = await SampleStreet.Create(fixture, sample);
        if (sample == "shanghang")
            await street.Office.Put(
                $"{street.Path}/units/U002", new { name = "万里社区", category = "居委会", community = "C2", from = "2020-01-01" });
        var taken = await street.Office.Post($"{street.Path}/plans", SampleStreet.Sample(sample, "plan.json"));
        taken.Body.GetProperty("assignments").GetInt32().ShouldBe(assignments);
        (await street.Office.Get($"{street.Path}/assignments?kind=Archive&limit=500")).Items.Length.ShouldBe(archives);
    }

    [Fact]
    public async Task A_plan_as_large_as_may_be_is_taken_whole_and_one_that_is_larger_not_at_all()
    {
        var street = await AStreet.Create(fixture);
        var plan = Edition();
        plan["phases"] = Many(20, no => new { name = $"第{no}阶段", from = "2099-01-01", to = "2099-12-31" });
        plan["actions"] = Many(200, no => new { no, name = $"第{no}行动", units = new[] { AStreet.CityManagement, AStreet.Sanitation } });
        (await street.Office.Post($"{street.Path}/plans", plan)).Body.GetProperty("assignments").GetInt32().ShouldBe(8_000);

        foreach (var action in plan["actions"]!.AsArray()) action!["units"]!.AsArray().Add(AStreet.HealthOffice);
        (await street.Office.Post($"{street.Path}/plans", plan)).Rule.ShouldBe("plan-too-large");
        (await street.Office.Get($"{street.Path}/plans")).Items.Single().GetProperty("assignments").GetInt32().ShouldBe(8_000);
    }

    private static JsonNode? Many(int count, Func<int, object> item) =>
        JsonSerializer.SerializeToNode(Enumerable.Range(1, count).Select(item));

    private static string Changes(Answer answer) => answer.Body.GetProperty("changes").ToString();

    private static async Task Submit(AStreet street, JsonElement assignment)
    {
        using var officer = street.Officer(AStreet.Sanitation);
        (await officer.Post($"{street.Path}/assignments/{assignment.GetProperty("id")}/submission", new { note = "已完成" })).Status.ShouldBe(
            HttpStatusCode.OK);
    }

    private static async Task<JsonElement> Of(AStreet street, string unit, string phase) =>
        (await street.Office.Get($"{street.Path}/assignments?unit={unit}")).Items.Single(
            item => item.GetProperty("phase").GetString() == phase);

    private static JsonObject Edition(params IEnumerable<string> units) => new()
    {
        ["documentNumber"] = "办〔2099〕1号",
        ["title"] = "工作方案",
        ["issuer"] = "街道办事处",
        ["issuedOn"] = "2099-01-01",
        ["phases"] = JsonNode.Parse(
            """[{"name":"开始阶段","from":"2099-01-01","to":"2099-03-31"},{"name":"收尾阶段","from":"2099-04-01","to":"2099-10-31"}]"""),
        ["actions"] = new JsonArray(new JsonObject
        {
            ["no"] = 1,
            ["name"] = "基础设施提升行动",
            ["units"] = new JsonArray([.. units.Select(unit => JsonValue.Create(unit))]),
            ["allCommunities"] = false,
        }),
    };
}
