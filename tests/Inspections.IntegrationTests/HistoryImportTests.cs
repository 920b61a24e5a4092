using System.Net;
using System.Text.Json.Nodes;
using Campaign.Contracts.Tasks;
using Campaign.Inspections.Reference;
using Campaign.Testing;

namespace Campaign.Inspections.IntegrationTests;

public sealed class HistoryImportTests(InspectionsFixture fixture) : IClassFixture<InspectionsFixture>
{
    [Fact]
    public async Task A_whole_month_is_taken_once_however_often_it_is_sent()
    {
        var month = SampleMonth();
        var street = await Prepare("990101101", month);

        var dryRun = await Import(street, month, dryRun: true);
        var first = await Import(street, month);
        var second = await Import(street, month);

        dryRun.Taken.ShouldBeFalse();
        dryRun.Outcomes().ShouldBe(["New"]);
        first.Taken.ShouldBeTrue();
        first.Outcomes().ShouldBe(["New"]);
        second.Outcomes().ShouldBe(["Unchanged"]);
        second.Rows.Select(r => r with { Outcome = "New" }).ShouldBe(first.Rows);
        dryRun.Rows.Select(r => r.Facts).ShouldBe(first.Rows.Select(r => r.Facts));
        first.Rows.Count(r => r.Kind == "Inspection").ShouldBe(74);
        first.Rows.Where(r => r.Kind == "Case").Select(r => r.CaseNumber).Order()
            .ShouldBe(Enumerable.Range(1, 80).Select(n => $"990101101-2024-{n:D6}"));
    }

    [Fact]
    public async Task The_others_are_told_as_many_facts_as_the_answer_says()
    {
        var month = SampleMonth();
        await using var heard = await FactsHeard.Listen(fixture);
        var street = await Prepare("990101102", month);

        var answer = await Import(street, month);

        var expected = answer.Rows.ToDictionary(r => r.StreamId, r => r.Facts);
        await Eventually.Becomes(
            () => Task.FromResult(heard.Counts().Where(c => expected.ContainsKey(c.Key)).Sum(c => c.Value)),
            count => count == expected.Values.Sum());
        heard.Counts().Where(c => expected.ContainsKey(c.Key)).ShouldBe(expected, ignoreOrder: true);
    }

    [Fact]
    public async Task The_ledger_of_September_is_as_the_file_says()
    {
        var month = SampleMonth();
        var street = await Prepare("990101103", month);
        await Import(street, month);

        async Task<int> Count(string filter) => (await street.Get($"findings?limit=500&{filter}")).GetProperty("items").GetArrayLength();
        var timelines = month["cases"]!.AsArray()
            .Select(c => c!["timeline"]!.AsArray().Select(s => s!["do"]!.GetValue<string>()).ToList()).ToList();
        (await Count("")).ShouldBe(timelines.Count);
        (await Count("status=StruckOff")).ShouldBe(timelines.Count(t => t[^1] == "strikeOff"));
        (await Count("status=Recorded")).ShouldBe(timelines.Count(t => t[^1] == "relapse"));
        var scores = (await street.Get("inspections?limit=500")).GetProperty("items").EnumerateArray()
            .Where(i => i.GetProperty("subject").GetString() == "U001").Select(i => i.GetProperty("score").GetDecimal());
        var expected = month["expected"]!["results"]!.AsArray()
            .Single(r => r!["subject"]!.GetValue<string>() == "U001")!["inspectionScores"]!.AsArray();
        scores.ShouldBe(
            expected.Select(s => decimal.Parse(s!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture)),
            ignoreOrder: true);
    }

    [Fact]
    public async Task A_row_that_grew_is_continued_and_one_that_changed_refuses_all()
    {
        var street = await TestStreet.Create(fixture, "990101104");
        var open = Ledger(Case("C-1", Record, Route));
        await Import(street, open);

        var grown = await Import(street, Ledger(Case("C-1", Record, Route, Report, StrikeOff), Case("C-2", Record)));
        grown.Rows.Select(r => r.Outcome).ShouldBe(["Extended", "New"]);
        grown.Rows.Select(r => r.CaseNumber).ShouldBe(["990101104-2024-000001", "990101104-2024-000002"]);

        using var changed = await Post(
            street, Ledger(
                Case("C-3", Record), Case("C-1", Record, Route.Replace("U013", "U010", StringComparison.Ordinal), Report, StrikeOff)));
        await changed.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "import-refused", "/cases/1/timeline/1");
        (await street.Get("findings")).GetProperty("items").GetArrayLength().ShouldBe(2);
        (await Import(street, open, dryRun: true)).Rows[0].ShouldSatisfyAllConditions(
            r => r.Outcome.ShouldBe("Refused"), r => r.Rule.ShouldBe("history-differs"));
    }

    [Fact]
    public async Task A_thousand_rows_are_taken_at_once_and_no_more()
    {
        var street = await TestStreet.Create(fixture, "990101108");
        var cases = Enumerable.Range(1, 1001).Select(n => Case($"C-{n:D4}", Record, Route, Report, StrikeOff)).ToArray();

        using var tooMany = await Post(street, Ledger(cases));
        await tooMany.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "request-invalid", "/cases");
        var answer = await Import(street, Ledger(cases[..1000]));
        answer.Rows[999].CaseNumber.ShouldBe("990101108-2024-001000");
    }

    [Fact]
    public async Task Two_that_import_the_same_at_once_do_not_import_it_twice()
    {
        var month = SampleMonth();
        var street = await Prepare("990101105", month);

        var answers = await Task.WhenAll(Import(street, month), Import(street, month));

        answers.SelectMany(a => a.Outcomes()).Order().ShouldBe(["New", "Unchanged"]);
        (await street.Get("findings?limit=500")).GetProperty("items").EnumerateArray().Select(f => f.GetProperty("caseNumber").GetString())
            .ShouldBe(Enumerable.Range(1, 80).Select(n => $"990101105-2024-{n:D6}"));
    }

    [Fact]
    public async Task Years_have_their_own_numbers_in_the_order_of_recording()
    {
        var street = await TestStreet.Create(fixture, "990101106");

        var answer = await Import(street, Ledger(
            Case("C-3", """{"at":"2024-02-01T09:00:00+08:00","do":"record"}"""),
            Case("C-2", """{"at":"2024-01-01T00:30:00+08:00","do":"record"}"""),
            Case("C-1", """{"at":"2023-12-31T23:30:00+08:00","do":"record"}""")));
        await street.Record();

        answer.Rows.Select(r => r.CaseNumber).ShouldBe(["990101106-2024-000002", "990101106-2024-000001", "990101106-2023-000001"]);
    }

    [Fact]
    public async Task A_case_from_the_ledger_goes_on_here()
    {
        var street = await TestStreet.Create(fixture, "990101107");
        var answer = await Import(street, Ledger(Case("C-1", Record, Route, Report)));

        using var verified = await street.Post($"findings/{answer.Rows[0].StreamId}/verification", new { passed = true });
        verified.StatusCode.ShouldBe(HttpStatusCode.OK, await verified.Content.ReadAsStringAsync());

        (await Import(street, Ledger(Case("C-1", Record, Route, Report)))).Outcomes().ShouldBe(["Unchanged"]);
        using var late = await Post(street, Ledger(Case("C-1", Record, Route, Report, StrikeOff)));
        await late.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "import-refused", "/cases/0/timeline/3");
    }

    private const string Record = """{"at":"2024-09-02T09:00:00+08:00","do":"record"}""";
    private const string Route = """{"at":"2024-09-02T10:00:00+08:00","do":"route","unit":"U013","due":"2024-09-04T10:00:00+08:00"}""";
    private const string Report = """{"at":"2024-09-03T10:00:00+08:00","do":"report"}""";
    private const string StrikeOff = """{"at":"2024-09-03T12:00:00+08:00","do":"strikeOff"}""";

    private static string Case(string id, params string[] timeline) =>
        $$"""{"id":"{{id}}","unit":"U013","category":"0110","timeline":[{{string.Join(',', timeline)}}]}""";

    private static JsonNode Ledger(params string[] cases) => JsonNode.Parse($$"""{"cases":[{{string.Join(',', cases)}}]}""")!;

    private static JsonNode SampleMonth() =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Testing.Documents.Root, "samples/nanguan/month-2024-09.json")))!;

    private async Task<TestStreet> Prepare(string code, JsonNode month)
    {
        var subjects = month["subjects"]!.AsArray()
            .ToDictionary(s => s!["code"]!.GetValue<string>(), s => s!["category"]!.GetValue<string>());
        var street = await TestStreet.Create(fixture, code, [.. subjects.Keys]);
        foreach (var (unit, category) in subjects)
            await fixture.Bus.Publish(new UnitRegistered(code, unit, 2, $"单位{unit}", category, new(2024, 1, 1), null));
        await Eventually.Holds(async () =>
        {
            var known = await fixture.Host.Get<KnownUnits>().Register(code, default);
            return subjects.All(subject => known[subject.Key].Category == subject.Value);
        });
        foreach (var sheet in month["sheets"]!.AsArray())
        {
            var body = new JsonObject { ["category"] = sheet!["category"]!.DeepClone(), ["items"] = sheet["items"]!.DeepClone() };
            (await street.Office.PutAsync(street.Path($"sheets/{sheet["code"]}"), TestStreet.Body(body))).EnsureSuccessStatusCode();
        }
        return street;
    }

    private static async Task<Answer> Import(TestStreet street, JsonNode month, bool dryRun = false)
    {
        using var answer = await Post(street, month, dryRun);
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        return Json.Read<Answer>(text);
    }

    private static Task<HttpResponseMessage> Post(TestStreet street, JsonNode month, bool dryRun = false) =>
        street.Post(
            $"history-imports?dryRun={(dryRun ? "true" : "false")}",
            new JsonObject { ["inspections"] = month["inspections"]?.DeepClone(), ["cases"] = month["cases"]?.DeepClone() }, street.Office);

    private sealed record Answer(IReadOnlyList<Row> Rows, bool Taken, Guid? Batch = null)
    {
        public IEnumerable<string> Outcomes() => Rows.Select(r => r.Outcome).Distinct();
    }

    private sealed record Row(
        string Kind, string Id, string Outcome, Guid StreamId, int Facts, string? CaseNumber, string? Rule, string? Detail,
        string? Pointer);
}
