using System.Net;
using System.Text.Json;
using Campaign.Contracts.Tasks;
using Campaign.Testing;
using Campaign.Web;

namespace Campaign.Tasks.IntegrationTests;

/// <summary>双包保 reaches the work: P01 answers for community C1 and is on what is done there.</summary>
public sealed class MyCommunitiesTests(TasksFixture fixture) : IClassFixture<TasksFixture>
{
    private static readonly DateTimeOffset Due = new(2099, 9, 6, 0, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public async Task The_guarantor_sees_what_is_open_in_his_communities_and_each_count_leads_to_its_list()
    {
        var street = await AStreet.Create(fixture, Uncovered);
        using var guarantor = await Guarantor(street);
        await using var broker = await Broker.Connect(fixture);
        var finding = new AFinding(street.Code);
        await broker.Send(finding.Recorded(AStreet.Garbage));
        (await broker.Hears<RectificationAssigned>(fact => fact.FindingId == finding.Id)).Guarantor.ShouldBe("P01");
        await Issue(street, AStreet.Committee, "控烟档案");
        await Issue(street, AStreet.CityManagement, "巡查");
        var archive = await Issue(street, AStreet.Committee, "创卫档案", "Archive");
        await street.Office.Put($"{archive}/items/控烟", new { documents = new[] { new string('d', 64) } });
        await street.Office.Post($"{archive}/submission", new { });
        (await street.Office.Post($"{archive}/approval", new { })).Rule.ShouldBe("reviewed-by-guarantor");

        var mine = (await guarantor.Get($"{street.Path}/my-communities")).Body.EnumerateArray().Single();
        (mine.GetProperty("code").GetString(), mine.GetProperty("name").GetString()).ShouldBe(("C1", "广场社区"));
        mine.GetProperty("posts").EnumerateArray().Select(post => post.GetString()).ShouldBe(["P01"]);
        foreach (var (count, expected) in new[]
            { ("cases", 1), ("overdueCases", 0), ("tasks", 2), ("overdueTasks", 0), ("waitingForMyReview", 1) })
        {
            var counted = mine.GetProperty(count);
            counted.GetProperty("count").GetInt32().ShouldBe(expected, count);
            (await guarantor.All(counted.GetProperty("href").GetString()!)).Count.ShouldBe(expected, count);
        }

        (await guarantor.Post($"{archive}/approval", new { })).Status.ShouldBe(HttpStatusCode.OK);
        (await street.Office.Get($"{street.Path}/my-communities")).Body.GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Who_reviews_follows_from_the_unit_unless_somebody_is_named()
    {
        var street = await AStreet.Create(fixture);
        using var guarantor = await Guarantor(street);
        var path = await Issue(street, AStreet.Committee, "巡查");
        (await street.Office.Get(path)).Text("guarantor").ShouldBe("P01");
        await street.Office.Post($"{path}/reassignment", new { unit = AStreet.CityManagement, reason = "职责调整" });
        (await street.Office.Get(path)).Body.TryGetProperty("guarantor", out _).ShouldBeFalse();
        var ofField = await Issue(street, AStreet.CityManagement, "环境卫生整治");
        (await street.Office.Get(ofField)).Text("guarantor").ShouldBe("P01");
    }

    [Fact]
    public async Task A_plan_for_all_communities_makes_the_points_it_prepares_and_each_has_its_guarantor_and_its_guide()
    {
        var street = await AStreet.Create(fixture);
        using var guarantor = await Guarantor(street);
        await street.Office.Put($"{street.Path}/posts/P05", new { title = "社区党支部书记", role = "Member", unit = AStreet.Committee });
        var plan = new
        {
            documentNumber = "办〔2099〕2号",
            title = "迎检方案",
            issuer = "街道办事处",
            issuedOn = "2099-01-01",
            phases = new[] { new { name = "迎检阶段", from = "2099-01-01", to = "2099-03-31" } },
            actions = new[]
            {
                new
                {
                    no = 1, name = "迎检准备行动", allCommunities = false,
                    tasks = new[] { new { no = 1, title = "点位布置", allCommunities = true, kind = "PointPreparation" } },
                },
            },
        };
        (await street.Office.Post($"{street.Path}/plans", plan)).Status.ShouldBe(HttpStatusCode.OK);
        (await street.Office.Post($"{street.Path}/plans", plan)).Body.GetProperty("changes").ToString().ShouldBe("""{"None":1}""");

        var prepared = (await street.Office.Get($"{street.Path}/assignments?kind=PointPreparation")).Items.Single();
        (prepared.GetProperty("point").GetString(), prepared.GetProperty("guarantor").GetString()).ShouldBe(("C1", "P01"));
        var point = (await street.Office.Get($"{street.Path}/inspection-points/C1")).Body.GetProperty("point");
        (point.GetProperty("name").GetString(), point.GetProperty("guide").GetString(), point.GetProperty("guideByDefault").GetBoolean())
            .ShouldBe(("广场社区点位", "P05", true));
        (await street.Office.Post($"{street.Path}/assignments/{prepared.GetProperty("id")}/submission", new { })).Text("detail")
            .ShouldBe("点位尚未备齐，还缺 5 项：讲解员、展板、汇报PPT、档案资料、周边环境。");

        await street.Office.Put($"{street.Path}/posts/P06", new { title = "社区讲解员", role = "Guide", communities = new[] { "C1" } });
        (await street.Office.Get($"{street.Path}/inspection-points/C1")).Body.GetProperty("point").GetProperty("guide").GetString()
            .ShouldBe("P06");
    }

    [Fact]
    public async Task A_plan_as_json_may_name_units_as_documents_do()
    {
        var street = await AStreet.Create(fixture);
        var plan = new
        {
            documentNumber = "办〔2099〕3号",
            title = "方案",
            issuer = "街道办事处",
            issuedOn = "2099-01-01",
            phases = new[] { new { name = "一", from = "2099-01-01", to = "2099-03-31" } },
            actions = new[] { new { no = 1, name = "行动", units = new[] { "城管中队", "环卫所" }, allCommunities = false } },
        };
        var refused = await street.Office.Post($"{street.Path}/plans", plan);
        refused.Pointers.ShouldBe(["/actions/0/units/1"]);
        refused.Body.GetProperty("errors")[0].GetProperty("detail").GetString().ShouldBe("没有登记“环卫所”这个单位，是否为环卫站（U011）？");
        var understood = plan with { actions = [new { no = 1, name = "行动", units = new[] { "城管中队", "环卫站" }, allCommunities = false }] };
        await street.Office.Post($"{street.Path}/plans", understood);
        (await street.Office.Get($"{street.Path}/assignments")).Items.Select(item => item.GetProperty("unit").GetString()).Order()
            .ShouldBe([AStreet.CityManagement, AStreet.Sanitation]);
    }

    private static object Uncovered { get; } = new
    {
        category = AStreet.Garbage,
        lead = AStreet.CityManagement,
        days = new { minor = 3, major = 2, critical = 0 },
    };

    private static async Task<string> Issue(AStreet street, string unit, string title, string kind = "OneOff")
    {
        object body = kind == "Archive"
            ? new { title, unit, due = Due, kind, archive = new { items = new[] { "控烟" } } }
            : new { title, unit, due = Due, kind };
        var issued = await street.Office.Post($"{street.Path}/assignments", body);
        issued.Status.ShouldBe(HttpStatusCode.Created, issued.Body.ToString());
        return $"{street.Path}/assignments/{issued.Id}";
    }

    private async Task<HttpClient> Guarantor(AStreet street)
    {
        var caller = TestIdentity.Caller(Role.GuarantorLeader, street.Code);
        await street.Office.Put(
            $"{street.Path}/posts/P01",
            new { title = "党工委副书记", fields = new[] { "环境卫生" }, communities = new[] { "C1" }, role = "Guarantor", holder = caller.Id });
        return fixture.Client(Role.GuarantorLeader, street.Code);
    }
}
