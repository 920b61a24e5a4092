using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Campaign.Contracts.Tasks;
using Campaign.Documents;
using Campaign.Inspections.Reference;
using Campaign.Testing;
using Campaign.Web;

namespace Campaign.Inspections.IntegrationTests;

public sealed class LedgerWorkbookTests(InspectionsFixture fixture) : IClassFixture<InspectionsFixture>
{
    private static readonly string[] Headings =
        ["编号", "登记时间", "类别", "社区", "地址", "经度", "纬度", "问题描述", "严重程度", "责任单位", "交办时间", "期限", "整改时间", "复核时间", "复核结果", "销号时间", "备注"];

    private static readonly object?[] Closed = Row(
        "C-1", "2024-09-02 09:00", due: "2024-09-05", reported: "2024-09-03", result: "通过", struckOff: "2024-09-04");
    private static readonly object?[] Open = Row("C-2", "2024-09-01", due: "2099-09-05");

    [Fact]
    public async Task An_old_ledger_is_previewed_taken_and_found_unchanged()
    {
        var street = await TestStreet.Create(fixture, "990101491");
        var again = Row("C-3", "2024-09-02", due: "2024-09-05", reported: "2024-09-03", result: "不通过", struckOff: "2024-09-06");

        using var tried = await Import(street, dryRun: true, Closed, Open, again);
        Outcomes(await tried.Json()).ShouldBe("Understood Understood Questionable");
        (await street.Get("findings")).GetProperty("items").GetArrayLength().ShouldBe(0);
        using var taken = await Import(street, dryRun: false, Closed, Open, again);
        using var repeated = await Import(street, dryRun: false, Closed, Open, again);

        Outcomes(await taken.Json()).ShouldBe("Understood Understood Questionable");
        Outcomes(await repeated.Json()).ShouldBe("Unchanged Unchanged Unchanged");
        var ledger = (await street.Get("findings")).GetProperty("items").EnumerateArray().ToList();
        ledger.Select(row => row.GetProperty("status").GetString()).ShouldBe(["Routed", "StruckOff", "StruckOff"]);
        ledger[2].GetProperty("struckOffAt").GetDateTimeOffset().ShouldBe(new(2024, 9, 4, 0, 0, 0, TimeSpan.FromHours(8)));
        ledger.Select(row => row.GetProperty("unit").GetString()).ShouldAllBe(unit => unit == TestStreet.Unit);
    }

    [Fact]
    public async Task It_is_the_same_ledger_in_either_form()
    {
        var street = await TestStreet.Create(fixture, "990101492");
        using var taken = await Import(street, dryRun: false, Closed);
        var timeline = new object[]
        {
            new { @do = "record", at = "2024-09-02T09:00:00+08:00" },
            new { @do = "route", at = "2024-09-02T10:00:00+08:00", unit = "U013", due = "2024-09-06T00:00:00+08:00" },
            new { @do = "report", at = "2024-09-03T00:00:00+08:00" }, new { @do = "strikeOff", at = "2024-09-04T00:00:00+08:00" },
        };
        var row = new { id = "C-1", unit = "U013", category = "0110", address = "人民路1号", description = "垃圾外溢", timeline };

        using var answer = await street.Post("history-imports", new { cases = new[] { row } }, street.Office);

        (await answer.Json()).GetProperty("rows")[0].GetProperty("outcome").GetString().ShouldBe("Unchanged");
    }

    [Fact]
    public async Task One_row_that_is_not_understood_refuses_all_and_names_its_cell()
    {
        var street = await TestStreet.Create(fixture, "990101493");
        var (unreadable, impossible) = (Row("C-4", "昨天", due: null), Row("C-5", "2024-09-02", due: "2024-09-01"));

        using var tried = await Import(street, dryRun: true, Closed, unreadable, impossible, Closed);
        using var taken = await Import(street, dryRun: false, Closed, unreadable, impossible, Closed);

        Outcomes(await tried.Json()).ShouldBe("Understood Refused Refused Refused");
        await taken.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "import-refused", "台账!B3");
        (await taken.Json()).GetProperty("errors").EnumerateArray().Select(e => $"{e.GetProperty("pointer")} {e.GetProperty("rule")}")
            .ShouldBe(["台账!B3 moment-invalid", "台账!L4 due-before-routing", "台账!A5 id-repeated"]);
        (await street.Get("findings")).GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Five_thousand_rows_are_taken_at_once_and_no_more()
    {
        var street = await TestStreet.Create(fixture, "990101494");
        var rows = Enumerable.Range(1, 5001)
            .Select(n => Row($"C-{n:D4}", "2024-09-02 09:00", "2024-09-05", "2024-09-03", "通过", "2024-09-04")).ToArray();

        using var tooMany = await Import(street, dryRun: false, rows);
        await tooMany.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "too-many-rows");
        using var taken = await Import(street, dryRun: false, rows[..5000]);
        (await taken.Json()).GetProperty("rows")[4999].GetProperty("caseNumber").GetString().ShouldBe("990101494-2024-005000");
    }

    [Fact]
    public async Task A_workbook_without_its_columns_is_refused()
    {
        var street = await TestStreet.Create(fixture, "990101495");
        using var answer = await Import(street, dryRun: true, ["编号", "类别"], ["C-1", "0110"]);
        await answer.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "column-missing");
        using var empty = await Import(street, dryRun: true, Headings);
        await empty.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "no-rows");
    }

    [Theory]
    [InlineData("ledger-number-1e30", "import-refused", "台账!R2")]
    [InlineData("ledger-number-NaN", "import-refused", "台账!R2")]
    [InlineData("ledger-date-0001", "import-refused", "台账!B2")]
    [InlineData("ledger-due-9999", "import-refused", "台账!L2")]
    [InlineData("ledger-year-0001-spoils-export", "import-refused", "台账!B2")]
    [InlineData("ledger-time-only-and-old-years", "import-refused", "台账!B2 台账!B3 台账!B4 台账!B5")]
    [InlineData("ledger-error-cell", "import-refused", "台账!Q2 台账!J3")]
    [InlineData("ledger-formula-without-value", "import-refused", "台账!E2")]
    [InlineData("ledger-long-number-ids", "import-refused", "台账!A2")]
    [InlineData("ledger-dates-as-people-type-them", "import-refused", "台账!B11")]
    [InlineData("ledger-strict", "workbook-strict", "")]
    [InlineData("ledger-mergecell-without-ref", "workbook-unreadable", "")]
    public async Task What_cannot_be_taken_is_refused_once_at_its_cell_and_nothing_is_taken(string file, string rule, string cells)
    {
        var street = await TestStreet.Create(fixture, "990101496");
        await NoteCommunity(street);

        using var answer = await Send(street, await Case(file), dryRun: false);

        await answer.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, rule);
        var errors = (await answer.Json()).TryGetProperty("errors", out var list) ? list.EnumerateArray() : [];
        string.Join(' ', errors.Select(error => error.GetProperty("pointer").GetString())).ShouldBe(cells);
        (await street.Get("findings")).GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("ledger-heading-line-break", "Understood")]
    [InlineData("ledger-merged-cells", "Understood Understood")]
    [InlineData("ledger-title-row", "Understood")]
    [InlineData("ledger-hidden-first-sheet", "Understood")]
    [InlineData("ledger-two-sheets", "Understood")]
    public async Task A_ledger_as_offices_make_it_is_understood(string file, string outcomes)
    {
        var street = await TestStreet.Create(fixture, "990101497");
        await NoteCommunity(street);

        using var answer = await Send(street, await Case(file), dryRun: true);

        var body = await answer.Json();
        Outcomes(body).ShouldBe(outcomes, body.ToString());
        body.GetProperty("remarks").EnumerateArray().Select(remark => remark.GetProperty("address").GetString())
            .ShouldBe(file is "ledger-two-sheets" ? ["10月"] : []);
    }

    [Fact]
    public async Task Of_one_caller_one_workbook_is_read_at_a_time()
    {
        var street = await TestStreet.Create(fixture, "990101498");
        // More than travels before somebody reads it.
        var picture = Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(1 << 20));
        await using var book = new TinyWorkbook().Rows("台账", Headings, ["C-1", "2024-09-02", "0110"])
            .Part("xl/media/image1.png", picture).File();
        var file = book.ToArray();
        var rest = new TaskCompletionSource();
        using var slow = new SlowContent(file, rest.Task);
        using var office = fixture.Host.Server.CreateClient().As(fixture.Surroundings.Identity.Token(Role.StreetOffice, street.Code));
        var first = office.PostAsync(street.Path("history-imports/workbook?dryRun=true"), slow);
        await slow.IsBeingRead.WaitAsync(TimeSpan.FromMinutes(1));

        using var second = await Send(street, file, dryRun: true);
        await second.ShouldBeProblem(HttpStatusCode.TooManyRequests, "workbook-in-progress");
        second.Headers.RetryAfter.ShouldNotBeNull();

        rest.SetResult();
        using var done = await first;
        done.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var third = await Send(street, file, dryRun: true);
        third.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task NoteCommunity(TestStreet street)
    {
        await fixture.Bus.Publish(new UnitRegistered(street.Code, "U020", 1, "城管中队", "机关部门", new(2024, 1, 1), null));
        await fixture.Bus.Publish(new CommunityRegistered(street.Code, "C01", 1, "五虫1社区"));
        await Eventually.Holds(async () =>
        {
            await using var connection = await fixture.Host.Get<Npgsql.NpgsqlDataSource>().OpenConnectionAsync();
            var names = await CodeNames.Load(street.Code, connection, fixture.Host.Get<Categories>(), default);
            return names.Communities.Any() && names.Units.Any(unit => unit.Code == "U020");
        });
    }

    private static Task<byte[]> Case(string name) =>
        File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Cases", $"{name}.xlsx"));

    private static async Task<HttpResponseMessage> Send(TestStreet street, byte[] file, bool dryRun)
    {
        using var content = new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue(Downloads.XlsxType) } };
        return await street.Office.PostAsync(street.Path($"history-imports/workbook?dryRun={(dryRun ? "true" : "false")}"), content);
    }

    private static string Outcomes(JsonElement answer) =>
        string.Join(' ', answer.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("outcome").GetString()));

    private static object?[] Row(
        string id, string recorded, string? due, string? reported = null, string? result = null, string? struckOff = null) =>
    [
        id, recorded, "0110", null, "人民路1号", null, null, "垃圾外溢", null, $"单位{TestStreet.Unit}", due is null ? null : "2024-09-02 10:00", due,
        reported, result is null ? null : reported, result, struckOff, null,
    ];

    private static Task<HttpResponseMessage> Import(TestStreet street, bool dryRun, params object?[][] rows) =>
        Import(street, dryRun, Headings, rows);

    private static async Task<HttpResponseMessage> Import(TestStreet street, bool dryRun, string[] headings, params object?[][] rows)
    {
        await using var file = new MemoryStream();
        using (var book = new WorkbookWriter(file))
        {
            book.Sheet("台账", [.. headings.Select(heading => new Column(heading))]);
            foreach (var row in rows) book.Row(row);
        }
        return await Send(street, file.ToArray(), dryRun);
    }
}
