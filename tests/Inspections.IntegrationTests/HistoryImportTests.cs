using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
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
        dryRun.Outcomes().ShouldBe(["new"]);
        first.Taken.ShouldBeTrue();
        first.Outcomes().ShouldBe(["new"]);
        second.Outcomes().ShouldBe(["unchanged"]);
        second.Rows.Select(r => r with { Outcome = "new" }).ShouldBe(first.Rows);
        dryRun.Rows.Select(r => r.Facts).ShouldBe(first.Rows.Select(r => r.Facts));
        first.Rows.Count(r => r.Kind == "inspection").ShouldBe(74);
        first.Rows.Where(r => r.Kind == "case").Select(r => r.CaseNumber).Order().ShouldBe(Enumerable.Range(1, 80).Select(n => $"990101101-2024-{n:D6}"));
    }

    private static JsonNode SampleMonth() =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Documents.Root, "samples/nanguan/month-2024-09.json")))!;

    private async Task<TestStreet> Prepare(string code, JsonNode month)
    {
        var units = month["subjects"]!.AsArray().Select(s => s!["code"]!.GetValue<string>());
        var street = await TestStreet.Create(fixture, code, [.. units]);
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
        street.Post($"history-imports?dryRun={(dryRun ? "true" : "false")}", new JsonObject { ["inspections"] = month["inspections"]?.DeepClone(), ["cases"] = month["cases"]?.DeepClone() }, street.Office);

    private sealed record Answer(IReadOnlyList<Row> Rows, bool Taken)
    {
        public IEnumerable<string> Outcomes() => Rows.Select(r => r.Outcome).Distinct();
    }

    private sealed record Row(string Kind, string Id, string Outcome, Guid StreamId, int Facts, string? CaseNumber, string? Rule, string? Detail, string? Pointer);
}
