using System.Net;
using Campaign.Testing;
using Campaign.Web;
using static Campaign.Inspections.IntegrationTests.LedgerWorkbooks;

namespace Campaign.Inspections.IntegrationTests;

public sealed class LedgerWorkbookTests(InspectionsFixture fixture) : IClassFixture<InspectionsFixture>
{
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
}
