using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Campaign.Documents;
using Campaign.Web;

namespace Campaign.Tasks.IntegrationTests;

/// <summary>The plan of samples/nanguan as the office wrote it: units by name, and by alias where they have one.</summary>
public sealed class PlanWorkbookTests(TasksFixture fixture) : IClassFixture<TasksFixture>
{
    private static readonly JsonElement Plan = Read("plan.json");
    private static readonly Dictionary<string, string> Wording = Read("organisation.json").GetProperty("units").EnumerateArray()
        .ToDictionary(
        unit => unit.GetProperty("code").GetString()!,
        unit => (unit.TryGetProperty("aliases", out var aliases) ? aliases[0] : unit.GetProperty("name")).GetString()!);

    [Fact]
    public async Task A_workbook_is_looked_at_taken_and_taken_again_without_change()
    {
        var street = await SampleStreet.Create(fixture, "nanguan");
        var expected = Plan.GetProperty("actions").EnumerateArray().Sum(action => (action.GetProperty("units").GetArrayLength() + 9) * 3);
        var tried = await Upload(street, Book(Wording), dryRun: true);
        (SampleStreet.Outcomes(tried), tried.Body.GetProperty("taken").GetBoolean()).ShouldBe(($"Understood {expected}", false));
        tried.Body.GetProperty("rows")[0].GetProperty("at").GetString().ShouldBe("任务!D2");
        (await street.Office.Get($"{street.Path}/assignments")).Items.ShouldBeEmpty();

        (await Upload(street, Book(Wording))).Body.GetProperty("assignments").GetInt32().ShouldBe(expected);
        var again = await Upload(street, Book(Wording));
        (SampleStreet.Outcomes(again), again.Version).ShouldBe(($"Unchanged {expected}", 1));
        (await street.Office.Post($"{street.Path}/plans?dryRun=true", Plan)).Body.GetProperty("changes").ToString()
            .ShouldBe($$"""{"None":{{expected}}}""", "the same plan as JSON is the same plan");
    }

    [Fact]
    public async Task One_unit_that_nobody_knows_and_nothing_is_taken()
    {
        var street = await SampleStreet.Create(fixture, "nanguan");
        var file = Book(new(Wording) { ["U024"] = "市场监管所" });
        var tried = await Upload(street, file, dryRun: true);
        var refused = tried.Body.GetProperty("remarks").EnumerateArray()
            .Where(remark => remark.GetProperty("outcome").GetString() == "Refused").ToList();
        refused.Select(remark => remark.GetProperty("at").GetString()).ShouldContain("任务!D4");
        refused[0].GetProperty("note").GetString().ShouldBe("没有登记“市场监管所”这个单位，是否为市场监督管理所（U024）？");

        var taken = await Upload(street, file);
        (taken.Status, taken.Pointers.ToList().Contains("任务!D4")).ShouldBe((HttpStatusCode.UnprocessableEntity, true));
        (await street.Office.Get($"{street.Path}/plans")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_no_workbook_or_lacks_a_sheet_is_refused()
    {
        var street = await AStreet.Create(fixture);
        (await Upload(street, [1, 2, 3])).Rule.ShouldBe("workbook-unreadable");
        await using var file = new MemoryStream();
        using (var book = new WorkbookWriter(file)) book.Sheet("方案", new Column("文号"), new("标题"), new("发文机关"), new("发文日期"));
        (await Upload(street, file.ToArray())).Rule.ShouldBe("sheet-missing");
    }

    private static byte[] Book(Dictionary<string, string> wording)
    {
        using var file = new MemoryStream();
        using (var book = new WorkbookWriter(file))
        {
            book.Sheet("方案", new Column("文号"), new("标题"), new("发文机关"), new("发文日期"));
            book.Row(Text(Plan, "documentNumber"), Text(Plan, "title"), Text(Plan, "issuer"), DateOnly.Parse(Text(Plan, "issuedOn")));
            book.Sheet("阶段", new Column("名称"), new("开始"), new("结束"));
            foreach (var phase in Plan.GetProperty("phases").EnumerateArray())
                book.Row(Text(phase, "name"), Text(phase, "from"), Text(phase, "to"));
            book.Sheet("任务", new Column("行动序号"), new("行动"), new("任务"), new("牵头单位"), new("全部社区"), new("措施"));
            foreach (var action in Plan.GetProperty("actions").EnumerateArray())
            {
                book.Row(
                    action.GetProperty("no").GetInt32(), Text(action, "name"), null,
                    string.Join('、', action.GetProperty("units").EnumerateArray().Select(unit => wording[unit.GetString()!])),
                    action.GetProperty("allCommunities").GetBoolean(),
                    string.Join('\n', action.GetProperty("measures").EnumerateArray().Select(measure => measure.GetString())));
            }
        }
        return file.ToArray();
    }

    private static async Task<Answer> Upload(AStreet street, byte[] file, bool dryRun = false)
    {
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue(Downloads.XlsxType);
        using var response = await street.Office.PostAsync($"{street.Path}/plans/workbook?dryRun={dryRun}", content);
        var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        return new(response.StatusCode, body, response.Headers.ETag is { } tag ? long.Parse(tag.Tag.Trim('"')) : null, Replayed: false);
    }

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;

    private static JsonElement Read(string file) => JsonSerializer.SerializeToElement(SampleStreet.Sample("nanguan", file));
}
