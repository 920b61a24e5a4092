using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Campaign.Documents;
using Campaign.Testing;
using Campaign.Web;

namespace Campaign.Tasks.IntegrationTests;

public sealed class CensusImportTests(TasksFixture fixture) : IClassFixture<TasksFixture>
{
    [Fact]
    public async Task The_census_of_the_source_adds_up_and_comes_in_once()
    {
        var street = await AStreet.Create(fixture);
        var scheme = await File.ReadAllTextAsync(Path.Combine(Testing.Documents.Root, "samples", "nanguan", "scheme-jinniushan.json"));
        var source = JsonNode.Parse(scheme)!["census"]!;
        var form = SourceForm(source);

        var tried = await Send(street, form, dryRun: true);
        (tried.Body.GetProperty("taken").GetBoolean(), Outcomes(tried)).ShouldBe((false, (257, 0, 0, 0)));
        (await street.Office.Get($"{street.Path}/establishments")).Items.ShouldBeEmpty();

        Outcomes(await Send(street, form)).ShouldBe((257, 0, 0, 0));
        Outcomes(await Send(street, form)).ShouldBe((0, 0, 0, 257));

        var summary = (await street.Office.Get($"{street.Path}/census/summary?by=trade")).Body;
        summary.GetProperty("total").GetProperty("establishments").GetInt32().ShouldBe((int)source["total"]!);
        var groups = summary.GetProperty("groups").EnumerateArray().ToDictionary(group => group.GetProperty("key").GetString()!);
        groups.Select(group => (group.Key, group.Value.GetProperty("establishments").GetInt32()))
            .ShouldBe([("小餐饮", 153), ("小旅店", 54), ("小美容美发", 31), ("网吧", 14), ("小歌舞厅", 3), ("小浴室", 2)], ignoreOrder: true);
        var catering = groups["小餐饮"];
        (catering.GetProperty("attained").GetInt32(), catering.GetProperty("rate").GetDecimal())
            .ShouldBe(((int)source["cateringQualified"]!, 55.56m));

        var communities = (await street.Office.Get($"{street.Path}/census/summary?by=community&trade=小餐饮")).Body.GetProperty("groups");
        communities.EnumerateArray().Select(group => group.GetProperty("attained").GetInt32()).ShouldBe([52, 33]);
    }

    [Fact]
    public async Task One_row_that_cannot_be_taken_and_nothing_is()
    {
        var street = await AStreet.Create(fixture);
        var form = Form(["E1", "甲店", "餐饮", "广场社区"], ["E2", "乙店", "银行", "广场社区"]);
        var tried = await Send(street, form, dryRun: true);
        Outcomes(tried).ShouldBe((0, 1, 1, 0));
        var row = tried.Body.GetProperty("rows")[1];
        (row.GetProperty("row").GetInt32(), row.GetProperty("cell").GetString()).ShouldBe((3, "普查!C3"));

        var refused = await Send(street, form);
        (refused.Status, refused.Rule, refused.Pointers.Single()).ShouldBe((HttpStatusCode.UnprocessableEntity, "import-refused", "普查!C3"));
        (await street.Office.Get($"{street.Path}/establishments")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_no_census_form_is_refused_as_a_whole()
    {
        var street = await AStreet.Create(fixture);
        (await Send(street, [1, 2, 3])).Rule.ShouldBe("workbook-unreadable");
        (await Send(street, Book(["序号"], [["1"]]))).Rule.ShouldBe("workbook-empty");
        (await Send(street, Book(["编号", "名称"], [["1", "甲店"]]))).Rule.ShouldBe("column-missing");
        var tooMany = Enumerable.Range(1, 20_001).Select(n => new object?[] { $"E{n}", "店", "网吧", "C1" });
        (await Send(street, Form([.. tooMany]))).Rule.ShouldBe("too-many-rows");
    }

    [Fact]
    public async Task The_largest_form_is_taken_at_once_and_read_again_without_change()
    {
        var street = await AStreet.Create(fixture);
        var form = Form([.. Enumerable.Range(1, 20_000).Select(n => new object?[]
        {
            $"E{n:D5}", $"{n}号店", "网吧", n % 2 == 0 ? "C1" : "C2", "持证", new DateOnly(2024, 9, 1), n % 4 == 0 ? "是" : "否",
        })]);
        Outcomes(await Send(street, form)).ShouldBe((20_000, 0, 0, 0));
        Outcomes(await Send(street, form)).ShouldBe((0, 0, 0, 20_000));
        var total = (await street.Office.Get($"{street.Path}/census/summary")).Body.GetProperty("total");
        (total.GetProperty("establishments").GetInt32(), total.GetProperty("attained").GetInt32()).ShouldBe((20_000, 5_000));
    }

    [Fact]
    public async Task The_same_form_twice_at_once_is_taken_once()
    {
        var street = await AStreet.Create(fixture);
        var form = Form(["E1", "甲店", "餐饮", "广场社区", "持证"], ["E2", "乙店", "网吧", "C2", "持证"]);
        var offices = Enumerable.Range(0, 3).Select(n => fixture.Host.CreateClient().As(fixture.Surroundings.Identity.Token(
            TestIdentity.Caller(Role.StreetOffice, street.Code) with { Id = $"office-{n}" })));
        var answers = await Task.WhenAll(offices.Select(office => Send(street, form, office: office)));
        answers.Select(Outcomes).Order().ShouldBe([(0, 0, 0, 2), (0, 0, 0, 2), (2, 0, 0, 0)]);
        (await street.Office.Get($"{street.Path}/establishments/E1")).Version.ShouldBe(1);
    }

    /// <summary>One row for each establishment that the source counts; of the restaurants that attain, 52 are in one community.</summary>
    private static byte[] SourceForm(JsonNode source)
    {
        var (attained, inOne) = ((int)source["cateringQualified"]!, (int)source["qualifiedInOneCommunity"]!.AsObject().Single().Value!);
        var rows = source["byTrade"]!.AsObject().SelectMany(trade => Enumerable.Range(1, (int)trade.Value!).Select(n => new object?[]
        {
            $"{trade.Key}-{n:D3}", $"{trade.Key}{n}号", trade.Key, trade.Key == "餐饮" && n > inOne ? "万里社区" : "广场社区", "持证",
            new DateOnly(2024, 9, 1), trade.Key == "餐饮" && n <= attained ? "是" : "否",
        }));
        return Form([.. rows]);
    }

    private static byte[] Form(params object?[][] rows) => Book(["编号", "名称", "行业", "社区", "证照", "最近检查", "达标"], rows);

    private static byte[] Book(string[] columns, object?[][] rows)
    {
        using var file = new MemoryStream();
        using (var book = new WorkbookWriter(file))
        {
            book.Sheet("普查", [.. columns.Select(title => new Column(title, 12))]);
            foreach (var row in rows) book.Row(row);
        }
        return file.ToArray();
    }

    private static async Task<Answer> Send(AStreet street, byte[] form, bool dryRun = false, HttpClient? office = null)
    {
        using var content = new ByteArrayContent(form);
        content.Headers.ContentType = new MediaTypeHeaderValue(Downloads.XlsxType);
        using var response = await (office ?? street.Office).PostAsync(
            $"{street.Path}/establishments/workbook?dryRun={(dryRun ? "true" : "false")}", content);
        return new(response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement, Version: null,
            Replayed: false);
    }

    private static (int Understood, int Questionable, int Refused, int Unchanged) Outcomes(Answer answer) => (
        answer.Body.GetProperty("understood").GetInt32(), answer.Body.GetProperty("questionable").GetInt32(),
        answer.Body.GetProperty("refused").GetInt32(), answer.Body.GetProperty("unchanged").GetInt32());
}
