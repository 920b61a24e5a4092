using System.Net;
using System.Text.Json;
using Campaign.EventStore;
using Campaign.Tasks.Assignments;
using Campaign.Web;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Campaign.Tasks.IntegrationTests;

/// <summary>A week of September 2024, drafted from its events.</summary>
public sealed class ReportTests(TasksFixture fixture) : IClassFixture<TasksFixture>
{
    private const string Week = "reports/weekly?week=2024-09-02";
    private static readonly DateTimeOffset Friday = At(6);
    private static readonly AssignmentIssued Issued = new(AssignmentKind.OneOff, "PPT", AStreet.HealthOffice, At(7), null, At(3));

    [Fact]
    public async Task A_week_counts_what_happened_in_it_and_what_lay_open_at_its_end()
    {
        var street = await September();
        var facts = (await street.Office.Get($"{street.Path}/{Week}")).Body.GetProperty("facts");
        Tally(facts, AStreet.HealthOffice)
            .ShouldBe("issued 2, submitted 2, approved 1, onTime 1, returned 1, becameOverdue 1, open 2, late 1");
        Tally(facts, AStreet.Sanitation)
            .ShouldBe("issued 1, submitted 0, approved 0, onTime 0, returned 0, becameOverdue 0, open 1, late 0");
        Titles(facts, "done").ShouldBe(["PPT"]);
        Titles(facts, "redList").ShouldBe(["档案"]);
        Titles(facts, "dueNext").ShouldBe(["展板"]);
        facts.GetProperty("returned").GetProperty("lines")[0].GetProperty("reason").GetString().ShouldBe("缺页");

        var next = (await street.Office.Get($"{street.Path}/reports/weekly?week=2024-09-09")).Body.GetProperty("facts");
        Tally(next, AStreet.HealthOffice)
            .ShouldBe("issued 0, submitted 0, approved 1, onTime 0, returned 0, becameOverdue 0, open 1, late 0");
        var half = (await street.Office.Get($"{street.Path}/reports/half-year?year=2024&half=2")).Body.GetProperty("facts");
        Tally(half, AStreet.HealthOffice)
            .ShouldBe("issued 3, submitted 2, approved 2, onTime 1, returned 1, becameOverdue 2, open 1, late 1");
    }

    [Theory]
    [InlineData("&format=docx", null)]
    [InlineData("", Downloads.DocxType)]
    public async Task The_draft_is_an_official_document(string query, string? accept)
    {
        var street = await September();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{street.Path}/{Week}{query}");
        if (accept is not null) request.Headers.Accept.ParseAdd(accept);
        using var answer = await street.Office.SendAsync(request);
        (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType).ShouldBe((HttpStatusCode.OK, Downloads.DocxType));

        await using var content = await answer.Content.ReadAsStreamAsync();
        using var file = WordprocessingDocument.Open(content, isEditable: false);
        var body = file.MainDocumentPart!.Document.Body!;
        var paragraphs = body.Elements<Paragraph>().Select(paragraph => paragraph.InnerText).ToList();
        paragraphs.ShouldContain("南关街道创建国家卫生城市工作周报（2024年9月2日至9月8日）");
        paragraphs.ShouldContain("本周（9月2日至9月8日），下达任务3项；上报2项次，审核通过1项，其中按期办结1项；退回重办1项次，新增超期1项。");
        body.Elements<Table>().SelectMany(table => table.Elements<TableRow>())
            .Select(row => string.Join('|', row.Elements<TableCell>().Select(cell => cell.InnerText)))
            .ShouldContain("档案|爱卫办|2024年9月5日24:00|3");
    }

    [Fact]
    public async Task A_unit_drafts_its_own_report_only()
    {
        var street = await September();
        using var officer = street.Officer(AStreet.Sanitation);
        (await officer.Get($"{street.Path}/{Week}")).Rule.ShouldBe("unit-not-yours");
        (await officer.Get($"{street.Path}/{Week}&unit={AStreet.HealthOffice}")).Rule.ShouldBe("unit-not-yours");
        var own = await officer.Get($"{street.Path}/{Week}&unit={AStreet.Sanitation}");
        own.Body.GetProperty("facts").GetProperty("units").EnumerateArray().Select(unit => unit.GetProperty("unit").GetString())
            .ShouldBe([AStreet.Sanitation]);
        own.Body.GetProperty("document").GetProperty("title").GetString()!.ShouldStartWith("环卫站");
    }

    [Fact]
    public async Task A_week_begins_on_a_monday_and_a_unit_is_registered()
    {
        var street = await AStreet.Create(fixture);
        var tuesday = await street.Office.Get($"{street.Path}/reports/weekly?week=2024-09-03");
        tuesday.Body.GetProperty("errors")[0].GetProperty("rule").GetString().ShouldBe("week-not-monday");
        (await street.Office.Get($"{street.Path}/reports/half-year?year=2024&half=3")).Pointers.ShouldBe(["/half"]);
        (await street.Office.Get($"{street.Path}/{Week}&format=pdf")).Rule.ShouldBe("format-unknown");
        (await street.Office.Get($"{street.Path}/{Week}&unit=U999")).Rule.ShouldBe("unit-not-found");
    }

    /// <summary>
    /// One done in time, one late and approved the week after, one for next week and one for later; all but the first became overdue.
    /// </summary>
    private async Task<AStreet> September()
    {
        var street = await AStreet.Create(fixture);
        const string unit = AStreet.HealthOffice;
        await Append(street, Issued, new AssignmentSubmitted(unit, [], null, null, At(4)), new AssignmentReturned(unit, "缺页", At(5)),
            new AssignmentSubmitted(unit, [], null, null, At(5)), new AssignmentApproved(unit, Friday));
        var archive = Issued with { Title = "档案", Due = At(6, hour: 0) };
        await Append(street, archive, Late(archive), new AssignmentApproved(unit, At(9)));
        var panels = Issued with { Title = "展板", Unit = AStreet.Sanitation, Due = At(16, hour: 0) };
        await Append(street, panels, Late(panels));
        var leaflets = Issued with { Title = "折页", Due = At(29), At = At(1) };
        await Append(street, leaflets, Late(leaflets));
        await Append(street, Issued with { Title = "前一阶段" }, new AssignmentOverAtIssue(At(3)));
        return street;
    }

    private static AssignmentBecameOverdue Late(AssignmentIssued issued) => new(issued.Kind, issued.Title, issued.Unit, issued.Due);

    private Task Append(AStreet street, params object[] events) => fixture.Host.Get<IEventStore>().Append(
        [StreamAppend.To<Assignment>(new(street.Code, Guid.CreateVersion7()), 0, events.Select(NewEvent.Of))], EventMetadata.None,
        CancellationToken.None);

    private static DateTimeOffset At(int day, int hour = 10) => new(2024, 9, day, hour, 0, 0, TimeSpan.FromHours(8));

    private static string Tally(JsonElement facts, string unit)
    {
        var tally = facts.GetProperty("units").EnumerateArray().Single(row => row.GetProperty("unit").GetString() == unit);
        return string.Join(
            ", ", tally.EnumerateObject().Where(field => field.Name != "unit").Select(field => $"{field.Name} {field.Value}"));
    }

    private static IEnumerable<string?> Titles(JsonElement facts, string list) =>
        facts.GetProperty(list).GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("title").GetString());
}
