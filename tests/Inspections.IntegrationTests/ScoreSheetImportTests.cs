using System.Net;
using System.Net.Http.Headers;
using Campaign.Documents;
using Campaign.Web;

namespace Campaign.Inspections.IntegrationTests;

public sealed class ScoreSheetImportTests(InspectionsFixture fixture) : IClassFixture<InspectionsFixture>
{
    private const string Query = "code=qianfen&category=居委会&standard=2014&name=千分表";

    private static readonly object?[][] Rows =
    [
        ["一、组织管理", 1, "领导小组", 10, "不达标不得分", "否"],
        [null, 2, "档案资料", 20, "缺一项扣0.5分，扣完为止", null],
        ["二、环境卫生", 3, "背街小巷", 30, "视整改情况综合评定", "是"],
    ];

    [Fact]
    public async Task A_printed_sheet_is_previewed_taken_and_found_unchanged()
    {
        var street = await TestStreet.Create(fixture, "990101621");

        using var tried = await Import(street, $"{Query}&dryRun=true", Rows);
        (await tried.Json()).GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("outcome").GetString())
            .ShouldBe(["Understood", "Understood", "Questionable"]);
        using (var none = await street.Office.GetAsync(street.Path("sheets/qianfen"))) none.StatusCode.ShouldBe(HttpStatusCode.NotFound);

        using var taken = await Import(street, Query, Rows);
        using var again = await Import(street, Query, Rows);
        (await taken.Json()).GetProperty("version").GetInt32().ShouldBe(1);
        (await again.Json()).GetProperty("version").GetInt32().ShouldBe(1);
        (await again.Json()).GetProperty("rows").EnumerateArray().ShouldAllBe(row => row.GetProperty("outcome").GetString() == "Unchanged");

        var sheet = (await street.Get("sheets?standard=2014")).GetProperty("items").EnumerateArray().Single();
        var item = sheet.GetProperty("items")[1];
        (item.GetProperty("section").GetString(), item.GetProperty("rule").GetProperty("form").GetString(),
            item.GetProperty("rule").GetProperty("points").GetDecimal())
            .ShouldBe(("一、组织管理", "PerOccurrence", 0.5m));
        (await street.Get("sheets?standard=2021")).GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_sheet_with_a_row_that_cannot_be_read_is_not_taken_at_all()
    {
        var street = await TestStreet.Create(fixture, "990101622");

        using var refused = await Import(street, Query, [.. Rows, [null, 3, "公厕", 5, null, null]]);
        await refused.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "import-refused", "评分表!B5");
        using var unreadable = await street.Office.PostAsync(street.Path($"sheets/workbook?{Query}"), Workbook([1, 2, 3]));
        await unreadable.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "workbook-unreadable");
        using var unknown = await Import(street, "code=qianfen&category=居委会&standard=1998", Rows);
        await unknown.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "request-invalid", "/standard");
        using (var none = await street.Office.GetAsync(street.Path("sheets/qianfen"))) none.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_rule_that_contradicts_its_item_is_pointed_at()
    {
        var street = await TestStreet.Create(fixture, "990101623");
        using var answer = await street.Office.PutAsync(street.Path("sheets/ruled"), TestStreet.Body(new
        {
            category = "居委会",
            items = new[] { new { no = 1, text = "公厕", max = 5, rule = new { form = "PerOccurrence", points = 6 } } },
        }));
        await answer.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "request-invalid", "/items/0/rule");
    }

    internal static async Task<HttpResponseMessage> Import(TestStreet street, string query, params object?[][] rows)
    {
        await using var file = new MemoryStream();
        using (var book = new WorkbookWriter(file))
        {
            book.Sheet("评分表", new("部分"), new("序号"), new("检查内容"), new("满分"), new("扣分标准"), new("可不适用"));
            foreach (var row in rows) book.Row(row);
        }
        return await street.Office.PostAsync(street.Path($"sheets/workbook?{query}"), Workbook(file.ToArray()));
    }

    private static ByteArrayContent Workbook(byte[] content) =>
        new(content) { Headers = { ContentType = new MediaTypeHeaderValue(Downloads.XlsxType) } };
}
