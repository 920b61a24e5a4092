using System.Net;
using System.Text.Json;
using Campaign.Contracts.Inspections;
using Campaign.Testing;

namespace Campaign.Inspections.IntegrationTests;

/// <summary>撤回导入: a wrong sheet is taken back and a right one imported.</summary>
public sealed class WithdrawImportTests(InspectionsFixture fixture) : IClassFixture<InspectionsFixture>
{
    private const string Record = """{"at":"2024-09-02T09:00:00+08:00","do":"record"}""";
    private const string Route = """{"at":"2024-09-02T10:00:00+08:00","do":"route","unit":"U013","due":"2024-09-04T10:00:00+08:00"}""";
    private const string Report = """{"at":"2024-09-03T10:00:00+08:00","do":"report"}""";
    private const string StrikeOff = """{"at":"2024-09-03T12:00:00+08:00","do":"strikeOff"}""";

    [Fact]
    public async Task A_wrong_sheet_is_taken_back_twice_alike_and_the_right_one_is_imported()
    {
        await using var heard = await FactsHeard.Listen(fixture);
        var street = await TestStreet.Create(fixture, "990101511");
        var wrong = await Import(street, Case("C-1", Record, Route, Report, StrikeOff), Case("C-2", Record));
        var right = Case("C-1", Record, Route.Replace("U013", "U010", StringComparison.Ordinal));
        using (var differs = await Post(street, right))
            await differs.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "import-refused", "/cases/0/timeline/1");

        using var first = await Withdraw(street, wrong.Batch, "责任单位填错");
        using var second = await Withdraw(street, wrong.Batch, "再撤一次");

        first.StatusCode.ShouldBe(HttpStatusCode.OK, await first.Content.ReadAsStringAsync());
        (await second.Content.ReadAsStringAsync()).ShouldBe(await first.Content.ReadAsStringAsync());
        (await street.Get("findings?counted=true")).GetProperty("items").GetArrayLength().ShouldBe(0);
        (await street.Get("findings?status=Voided")).GetProperty("items").GetArrayLength().ShouldBe(2);
        var again = await Import(street, right);
        again.Rows[0].CaseNumber.ShouldBe("990101511-2024-000003");
        var told = await Eventually.Becomes(
            () => Task.FromResult(heard.Of<FindingVoided>(wrong.Rows[0].StreamId).ToList()), facts => facts.Count == 1);
        told[0].Reason.ShouldBe("撤回导入：责任单位填错");
        var imports = (await street.Get("history-imports")).GetProperty("items").EnumerateArray().ToList();
        imports.Select(import => import.GetProperty("id").GetGuid()).ShouldBe([again.Batch!.Value, wrong.Batch!.Value]);
        imports[1].GetProperty("reason").GetString().ShouldBe("责任单位填错");
    }

    [Fact]
    public async Task A_case_that_the_sheet_only_continued_is_as_it_was_before()
    {
        var street = await TestStreet.Create(fixture, "990101512");
        var first = await Import(street, Case("C-1", Record, Route));
        var grown = await Import(street, Case("C-1", Record, Route, Report, StrikeOff), Case("C-2", Record));

        using (var held = await Withdraw(street, first.Batch, "有误"))
            await held.ShouldBeProblem(HttpStatusCode.Conflict, "import-in-use", "/cases/C-1");
        using (var taken = await Withdraw(street, grown.Batch, "有误")) taken.StatusCode.ShouldBe(HttpStatusCode.OK);

        var standing = (await street.Get("findings?counted=true")).GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        standing.GetProperty("status").GetString().ShouldBe("Routed");
        (await Import(street, Case("C-1", Record, Route))).Rows[0].Outcome.ShouldBe("Unchanged");
        using var both = await Withdraw(street, first.Batch, "有误");
        both.StatusCode.ShouldBe(HttpStatusCode.OK, await both.Content.ReadAsStringAsync());
        (await street.Get("findings?counted=true")).GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_deed_on_one_case_keeps_the_whole_import_and_is_named()
    {
        var street = await TestStreet.Create(fixture, "990101513");
        var import = await Import(street, Case("C-1", Record, Route, Report), Case("C-2", Record));
        using (var done = await Verify(street, import.Rows[0].StreamId)) done.StatusCode.ShouldBe(HttpStatusCode.OK);

        using var refused = await Withdraw(street, import.Batch, "有误");

        await refused.ShouldBeProblem(HttpStatusCode.Conflict, "import-in-use", "/cases/C-1");
        (await refused.Json()).GetProperty("errors")[0].GetProperty("detail").GetString()!.ShouldContain("990101513-2024-000001");
        (await street.Get("findings?counted=true")).GetProperty("items").GetArrayLength().ShouldBe(2);
        using var unknown = await Withdraw(street, Guid.NewGuid(), "有误");
        await unknown.ShouldBeProblem(HttpStatusCode.NotFound, "import-not-found");
    }

    [Fact]
    public async Task Of_a_withdrawal_and_a_deed_at_once_one_wins()
    {
        var street = await TestStreet.Create(fixture, "990101514");
        for (var round = 0; round < 5; round++)
        {
            var import = await Import(street, Case($"C-{round}", Record, Route, Report), Case($"D-{round}", Record));

            var answers = await Task.WhenAll(Withdraw(street, import.Batch, "有误"), Verify(street, import.Rows[0].StreamId));

            answers.Select(answer => answer.StatusCode).Order().ShouldBe([HttpStatusCode.OK, HttpStatusCode.Conflict]);
            var status = (await street.Get($"findings/{import.Rows[0].StreamId}")).GetProperty("status").GetString();
            status.ShouldBe(answers[0].IsSuccessStatusCode ? "Voided" : "StruckOff");
            foreach (var answer in answers) answer.Dispose();
        }
    }

    [Fact]
    public async Task A_visit_that_was_none_is_told_to_be_none()
    {
        await using var heard = await FactsHeard.Listen(fixture);
        var street = await TestStreet.Create(fixture, "990101515");
        const string visit =
            """
            {"inspections":[{"id":"I-1","subject":"U013","sheet":"sheet-1","kind":"日常检查","date":"2024-09-02",
             "items":[{"no":1,"deduction":3,"reason":"积存垃圾"}]}]}
            """;
        using var answer = await street.Post("history-imports", visit, street.Office);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        var import = Json.Read<Answer>(await answer.Content.ReadAsStringAsync());

        using var withdrawn = await Withdraw(street, import.Batch, "有误");

        withdrawn.StatusCode.ShouldBe(HttpStatusCode.OK, await withdrawn.Content.ReadAsStringAsync());
        (await street.Get("inspections")).GetProperty("items")[0].GetProperty("status").GetString().ShouldBe("Cancelled");
        (await Eventually.Becomes(
            () => Task.FromResult(heard.Of<InspectionWithdrawn>(import.Rows[0].StreamId).ToList()), facts => facts.Count == 1))[0]
            .ShouldSatisfyAllConditions(f => f.Subject.ShouldBe("U013"), f => f.Date.ShouldBe(new DateOnly(2024, 9, 2)));
    }

    private static string Case(string id, params string[] timeline) =>
        $$"""{"id":"{{id}}","unit":"U013","category":"0110","timeline":[{{string.Join(',', timeline)}}]}""";

    private static Task<HttpResponseMessage> Post(TestStreet street, params string[] cases) =>
        street.Post("history-imports", $$"""{"cases":[{{string.Join(',', cases)}}]}""", street.Office);

    private static async Task<Answer> Import(TestStreet street, params string[] cases)
    {
        using var answer = await Post(street, cases);
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        return Json.Read<Answer>(text);
    }

    private static Task<HttpResponseMessage> Withdraw(TestStreet street, Guid? batch, string reason) =>
        street.Post($"history-imports/{batch}/withdrawal", new { reason }, street.Office);

    private static Task<HttpResponseMessage> Verify(TestStreet street, Guid finding) =>
        street.Post($"findings/{finding}/verification", new { passed = true });

    private sealed record Answer(IReadOnlyList<Row> Rows, bool Taken, Guid? Batch);

    private sealed record Row(
        string Kind, string Id, string Outcome, Guid StreamId, int Facts, string? CaseNumber = null, string? Rule = null,
        string? Detail = null, string? Pointer = null);
}
