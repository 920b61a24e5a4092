using System.Net;
using Campaign.Web;

namespace Campaign.Tasks.IntegrationTests;

/// <summary>Archives and indicator targets, reviewed by the guarantor leader of the street's post P01.</summary>
public sealed class ArchiveTests(TasksFixture fixture) : IClassFixture<TasksFixture>
{
    private static readonly DateTimeOffset Due = new(2099, 9, 6, 0, 0, 0, TimeSpan.FromHours(8));
    private static readonly int LastYear = ChinaTime.Local(TimeProvider.System.GetUtcNow()).Year - 1;
    private static readonly object Document = new { documents = new[] { new string('d', 64) } };

    [Fact]
    public async Task An_archive_is_filed_item_by_item_returned_in_part_and_approved_by_its_guarantor()
    {
        var street = await AStreet.Create(fixture);
        using var officer = street.Officer(AStreet.HealthOffice);
        using var guarantor = await Guarantor(street);
        var path = await street.Issue(new
        {
            title = "创卫档案",
            unit = AStreet.HealthOffice,
            due = Due,
            kind = "Archive",
            guarantor = "P01",
            archive = new { years = new[] { 2019, 2020 }, items = new[] { "病媒生物防制", "控烟" } },
        });

        (await officer.Put($"{path}/items/2019/病媒生物防制", Document)).Version.ShouldBe(2);
        (await officer.Put($"{path}/items/2019%2F控烟", Document)).Version.ShouldBe(3);
        (await officer.Put($"{path}/items/2018/控烟", Document)).Rule.ShouldBe("item-unknown");
        var half = await officer.Get($"{path}/items");
        (half.Body.GetProperty("completeness").GetDecimal(), half.Version).ShouldBe((50m, 3));
        half.Body.GetProperty("missing").EnumerateArray().Select(key => key.GetString()).ShouldBe(["2020/病媒生物防制", "2020/控烟"]);
        var gap = await officer.Post($"{path}/submission", new { });
        (gap.Status, gap.Rule).ShouldBe((HttpStatusCode.Conflict, "archive-incomplete"));
        gap.Text("detail").ShouldBe("档案尚未齐全，还缺 2 项：2020年 病媒生物防制、2020年 控烟。");

        await officer.Put($"{path}/items/2020/病媒生物防制", Document);
        await officer.Put($"{path}/items/2020/控烟", Document);
        (await officer.Post($"{path}/submission", new { })).Status.ShouldBe(HttpStatusCode.OK);
        (await street.Office.Post($"{path}/approval", new { })).Rule.ShouldBe("reviewed-by-guarantor");
        (await guarantor.Get($"{street.Path}/assignments?waitingForMyReview=true")).Items.Length.ShouldBe(1);
        (await guarantor.Post($"{path}/return", new { reason = "有缺页", items = new[] { new { key = "2020/控烟", reason = "缺照片" } } })).Status
            .ShouldBe(HttpStatusCode.OK);

        var back = await officer.Get($"{path}/items");
        back.Body.GetProperty("completeness").GetDecimal().ShouldBe(75m);
        back.Body.GetProperty("items").EnumerateArray().Single(item => !item.GetProperty("filed").GetBoolean())
            .GetProperty("redo").GetString().ShouldBe("缺照片");
        await officer.Put($"{path}/items/2020/控烟", Document);
        await officer.Post($"{path}/submission", new { });
        (await guarantor.Post($"{path}/approval", new { })).Status.ShouldBe(HttpStatusCode.OK);
        var done = await officer.Get(path);
        (done.Text("status"), done.Body.GetProperty("completeness").GetDecimal()).ShouldBe(("Approved", 100m));
        var approval = (await officer.Get($"{path}/history")).Body.EnumerateArray().Last();
        approval.GetProperty("what").GetString().ShouldBe("审核通过。");
        approval.GetProperty("posts").EnumerateArray().Select(post => post.GetString()).ShouldBe(["党工委副书记"]);
    }

    [Fact]
    public async Task An_item_is_taken_out_again()
    {
        var street = await AStreet.Create(fixture);
        var path = await street.Issue(new
        {
            title = "档案",
            unit = AStreet.HealthOffice,
            due = Due,
            kind = "Archive",
            archive = new { items = new[] { "控烟" } },
        });
        await street.Office.Put($"{path}/items/控烟", Document);
        (await street.Office.Delete($"{path}/items/控烟")).Version.ShouldBe(3);
        (await street.Office.Delete($"{path}/items/控烟")).Version.ShouldBe(3);
        (await street.Office.Get($"{path}/items")).Body.GetProperty("missing").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task An_indicator_is_submitted_with_its_figure_and_approved_when_it_attains()
    {
        var street = await AStreet.Create(fixture);
        var path = await street.Issue(new
        {
            title = "群众对卫生状况满意率",
            unit = AStreet.HealthOffice,
            due = Due,
            kind = "IndicatorTarget",
            indicator = new { number = 2, year = LastYear },
        });
        (await street.Office.Post($"{path}/submission", new { photos = new[] { new string('b', 64) } })).Rule.ShouldBe("figure-missing");
        (await street.Office.Post($"{path}/submission", new { value = new { number = 23.5, yes = true } })).Pointers.ShouldBe(["/value"]);
        (await street.Office.Post($"{path}/submission", Figure(100.1))).Rule.ShouldBe("value-out-of-range");
        (await street.Office.Post($"{path}/submission", new { photos = new[] { new string('b', 64) }, value = new { yes = true } })).Rule
            .ShouldBe("value-unfit");
        (await street.Office.Post($"{path}/submission", Figure(89.9))).Version.ShouldBe(2);
        (await street.Office.Get(path)).Body.GetProperty("indicator").GetInt32().ShouldBe(2);
        (await street.Office.Post($"{path}/approval", new { })).Rule.ShouldBe("figure-not-attained");

        await street.Office.Post($"{path}/return", new { reason = "未达到 90%" });
        await street.Office.Post($"{path}/submission", Figure(90));
        (await street.Office.Get($"{street.Path}/indicators/2?year={LastYear}")).Body.GetProperty("values").GetArrayLength().ShouldBe(0);
        (await street.Office.Post($"{path}/approval", new { })).Status.ShouldBe(HttpStatusCode.OK);
        (await street.Office.Post($"{path}/approval", new { })).Status.ShouldBe(HttpStatusCode.OK);

        var entered = (await street.Office.Get($"{street.Path}/indicators/2?year={LastYear}")).Body;
        entered.GetProperty("resultName").GetString().ShouldBe("达标");
        var value = entered.GetProperty("values").EnumerateArray().Single();
        (value.GetProperty("value").GetDecimal(), value.GetProperty("source").GetString()).ShouldBe((90m, "任务“群众对卫生状况满意率”审核通过"));
        value.GetProperty("evidence").EnumerateArray().Single().GetString().ShouldBe(new string('b', 64));

        object Figure(double number) => new { photos = new[] { new string('b', 64) }, value = new { number } };
    }

    [Fact]
    public async Task What_is_issued_names_what_is_registered_and_what_its_kind_asks_for()
    {
        var street = await AStreet.Create(fixture);
        await street.Office.Put($"{street.Path}/posts/P09", new { title = "主任", role = "Member" });
        const string title = "x";
        const string unit = AStreet.Committee;
        var twice = new { items = new[] { "控烟", "控烟 " } };
        (object Body, string Refusal)[] refused =
        [
            (new { title, unit = "U999", due = Due }, "/unit unit-unknown"),
            (new { title, unit, due = Due, cooperatingUnits = new[] { "U010", "U999" } }, "/cooperatingUnits/1 unit-unknown"),
            (new { title, unit, due = Due, cooperatingUnits = new[] { unit } }, "/cooperatingUnits cooperating-is-lead"),
            (new { title, unit, due = Due, guarantor = "P99" }, "/guarantor post-unknown"),
            (new { title, unit, due = Due, guarantor = "P09" }, "/guarantor not-guarantor"),
            (new { title, unit, due = Due, kind = "Recurring" }, "/kind kind-not-issued-by-hand"),
            (new { title, unit, due = Due, kind = "Archive" }, "/archive brief-missing"),
            (new { title, unit, due = Due, point = new { code = "D09" } }, "/point brief-not-asked"),
            (new { title, unit, due = Due, kind = "PointPreparation", point = new { code = "D09" } }, "/point/code point-unknown"),
            (new { title, unit, due = Due, kind = "Archive", archive = twice }, "/archive/items/0 item-twice"),
        ];
        foreach (var (body, refusal) in refused) (await Refused(street, body)).ShouldBe(refusal);
    }

    private static async Task<string> Refused(AStreet street, object body)
    {
        var error = (await street.Office.Post($"{street.Path}/assignments", body)).Body.GetProperty("errors")[0];
        return $"{error.GetProperty("pointer").GetString()} {error.GetProperty("rule").GetString()}";
    }

    /// <summary>The account that holds P01.</summary>
    private async Task<HttpClient> Guarantor(AStreet street)
    {
        var caller = Testing.TestIdentity.Caller(Role.GuarantorLeader, street.Code);
        await street.Office.Put($"{street.Path}/posts/P01", new { title = "党工委副书记", role = "Guarantor", holder = caller.Id });
        return fixture.Client(Role.GuarantorLeader, street.Code);
    }
}
