using System.Net;
using System.Text.Json;
using Campaign.Contracts.Inspections;
using Campaign.Web;
using DocumentFormat.OpenXml.Packaging;

namespace Campaign.Scoring.IntegrationTests;

/// <summary>周通报 from the draft to its correction.</summary>
public sealed class WeekTests(ScoringFixture fixture) : IClassFixture<ScoringFixture>
{
    private const string Code = "990106001";
    private const string Monday = "/weeks/2024-09-09";

    [Fact]
    public async Task A_week_is_read_as_a_draft_published_once_and_corrected_by_a_notice_that_names_it()
    {
        using var street = new StreetMonth(fixture, Code);
        using var office = new Account(fixture, Code, "office", Role.StreetOffice);
        await street.Happens();

        var draft = await street.Get($"{Monday}/notice");
        draft.GetProperty("draft").GetBoolean().ShouldBeTrue();
        draft.TryGetProperty("number", out _).ShouldBeFalse();
        (await Word(office, $"{Monday}/notice?format=docx")).ShouldContain("（草稿）");
        await office.Post($"{Monday}/corrections", new { reason = "无" }).Refused(HttpStatusCode.Conflict, "week-not-published");

        var published = await street.Post($"{Monday}/publication", new { nextWeek = new[] { "周三检查农贸市场周边。" } });
        var year = published.GetProperty("year").GetInt32();
        published.GetProperty("documentNumber").GetString().ShouldBe($"周通报〔{year}〕第1期");
        (await street.Post($"{Monday}/publication", new { })).GetProperty("number").GetInt32().ShouldBe(1);
        await office.Post($"{Monday}/corrections", new { reason = "无" }).Refused(HttpStatusCode.Conflict, "week-nothing-to-correct");
        await office.Get($"{Monday}/correction").Refused(HttpStatusCode.Conflict, "week-nothing-to-correct");
        var first = await street.Get($"/week-notices/{year}/1");
        first.GetProperty("report").GetProperty("counts").GetRawText().ShouldBe(
            draft.GetProperty("report").GetProperty("counts").GetRawText());
        (await Word(office, $"/week-notices/{year}/1?format=docx")).ShouldContain("周三检查农贸市场周边。");

        await Late(street);
        (await street.Get($"{Monday}/correction")).GetProperty("draft").GetBoolean().ShouldBeTrue();
        var corrected = await street.Post($"{Monday}/corrections", new { reason = "离线检查补录" });
        corrected.GetProperty("number").GetInt32().ShouldBe(2);
        var second = await street.Get($"{Monday}/notice");
        second.GetProperty("draft").GetBoolean().ShouldBeFalse();
        second.GetProperty("correction").GetProperty("corrects").GetString().ShouldBe($"周通报〔{year}〕第1期");
        second.GetProperty("correction").GetProperty("changes").EnumerateArray()
            .Select(c => c.GetProperty("what").GetString()).ShouldContain("检查次数");
        (await street.Get($"/week-notices/{year}/1")).GetRawText().ShouldBe(first.GetRawText());

        (await street.Post("/weeks/2024-09-16/publication", new { })).GetProperty("number").GetInt32().ShouldBe(3);
        (await street.Get("/week-notices?limit=2")).GetProperty("items").EnumerateArray()
            .Select(h => h.GetProperty("number").GetInt32()).ShouldBe([1, 2]);
        using var book = await office.Get($"/week-notices/{year}/3?format=xlsx");
        book.Content.Headers.ContentType!.MediaType.ShouldBe(Downloads.XlsxType);
    }

    [Fact]
    public async Task Notices_are_for_everybody_and_drafts_for_offices_and_leaders()
    {
        using var officer = new Account(fixture, "990106002", "officer", Role.UnitOfficer, "U001");
        using var office = new Account(fixture, "990106002", "office", Role.StreetOffice);
        (await officer.Get("/week-notices")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await officer.Get($"{Monday}/notice")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await office.Get("/weeks/2024-09-10/notice").Refused(HttpStatusCode.UnprocessableEntity, "week-invalid");
        await office.Get($"{Monday}/notice?format=pdf").Refused(HttpStatusCode.UnprocessableEntity, "format-unknown");
        await office.Get("/week-notices/2024/1").Refused(HttpStatusCode.NotFound, "week-notice-not-found");
        var running = DateOnly.FromDateTime(ChinaTime.Local(TimeProvider.System.GetUtcNow()).DateTime);
        var monday = running.AddDays(-(((int)running.DayOfWeek + 6) % 7));
        await office.Post($"/weeks/{monday:yyyy-MM-dd}/publication", new { }).Refused(HttpStatusCode.Conflict, "week-not-over");
    }

    [Fact]
    public async Task A_month_is_read_as_a_draft_before_it_is_published_and_so_is_its_correction()
    {
        const string code = "990106003";
        using var street = new StreetMonth(fixture, code);
        using var office = new Account(fixture, code, "office", Role.StreetOffice);
        await street.Happens();
        var path = $"/months/{street.File.Month}";
        IsDraft(await street.Get($"{path}/bulletin")).ShouldBeTrue();
        await office.Get($"{path}/correction").Refused(HttpStatusCode.Conflict, "month-not-published");
        await street.Close();
        var draft = await street.Get($"{path}/bulletin");
        IsDraft(draft).ShouldBeTrue();
        (await Word(office, $"{path}/bulletin?format=docx")).ShouldContain("草稿：数字截至");

        await street.Post($"{path}/publication", new { });
        var published = await street.Get($"{path}/bulletin");
        (IsDraft(published), published.GetProperty("number").GetInt32()).ShouldBe((false, 1));
        published.GetProperty("categories").GetRawText().ShouldBe(draft.GetProperty("categories").GetRawText());
        await office.Get($"{path}/correction").Refused(HttpStatusCode.Conflict, "nothing-to-correct");

        await Late(street, code);
        var correction = await street.Get($"{path}/correction?reason=补录");
        (IsDraft(correction), correction.GetProperty("correction").GetProperty("reason").GetString()).ShouldBe((true, "补录"));
        await street.Post($"{path}/corrections", new { reason = "补录" });
        (await street.Get($"{path}/bulletin")).GetProperty("number").GetInt32().ShouldBe(2);
    }

    private static bool IsDraft(JsonElement bulletin) => bulletin.TryGetProperty("draft", out var draft) && draft.GetBoolean();

    private static async Task Late(StreetMonth street, string code = Code)
    {
        InspectionScored late = new(code, street.File.IdOf("late"), 1, "U001", "日常检查", new DateOnly(2024, 9, 10), 99, "sheet-1", 1);
        await street.Publish([late]);
        await street.Arrived([late]);
    }

    private static async Task<string> Word(Account office, string path)
    {
        using var answer = await office.Get(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var document = WordprocessingDocument.Open(await answer.Content.ReadAsStreamAsync(), isEditable: false);
        return document.MainDocumentPart!.Document!.Body!.InnerText;
    }
}
