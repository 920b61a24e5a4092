using System.Net;
using System.Net.Http.Headers;
using Campaign.Documents;
using Campaign.Scoring.Kernel;
using Campaign.Web;
using DocumentFormat.OpenXml.Packaging;

namespace Campaign.Scoring.IntegrationTests;

/// <summary>A published month in every form, under the street's own letterhead.</summary>
public sealed class BulletinFormTests(ScoringFixture fixture) : IClassFixture<ScoringFixture>
{
    private const string Street = "990102001";
    private static readonly object Ours = new { issuer = "南关街道办事处文件", numberPrefix = "南创卫办", addressee = "各社区居委会", signature = "南关街道办事处" };

    [Fact]
    public async Task A_bulletin_is_a_notice_a_workbook_and_json_and_keeps_the_letterhead_it_came_out_under()
    {
        using var street = new StreetMonth(fixture, Street);
        await street.Happens();
        await street.Put("/letterhead", Ours);
        await street.Close();
        var published = await street.Post($"/months/{street.File.Month}/publication", new { });
        var path = $"/bulletins/{published.GetProperty("year")}/{published.GetProperty("number")}";
        await street.Put("/letterhead", new { issuer = "新的文件头", numberPrefix = "新文", addressee = "全体", signature = "新署名" });

        var json = await street.Get(path);
        json.GetProperty("documentNumber").GetString().ShouldBe($"南创卫办〔{published.GetProperty("year")}〕1号");
        json.GetProperty("figures").EnumerateArray().Single(f => f.GetProperty("code").GetString() == "onTimeStrikeOff")
            .GetProperty("numerator").GetInt32().ShouldBe(63);
        json.GetProperty("redCases").GetArrayLength().ShouldBe(20);

        using var word = await Download(path, "?format=docx");
        word.Content.Headers.ContentDisposition!.FileNameStar.ShouldEndWith("考评情况的通报.docx");
        using var document = WordprocessingDocument.Open(await word.Content.ReadAsStreamAsync(), isEditable: false);
        var text = document.MainDocumentPart!.Document.Body!.InnerText;
        text.ShouldStartWith("南关街道办事处文件南创卫办〔");
        text.ShouldNotContain("新文");

        using var excel = await Download(path, "", Downloads.XlsxType);
        Workbook.Read(await excel.Content.ReadAsStreamAsync()).Select(t => t.Sheet).ShouldBe(["排名", "得分明细", "指标", "红色案件", "说明"]);
    }

    [Fact]
    public async Task A_form_that_there_is_not_is_refused() =>
        (await Download("/bulletins/2024/1", "?format=pdf")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);

    [Fact]
    public async Task A_street_without_a_letterhead_has_the_usual_one_and_a_letterhead_says_everything()
    {
        using var street = new StreetMonth(fixture, "990102002");
        (await street.Get("/letterhead")).GetProperty("numberPrefix").GetString().ShouldBe("990102002创卫通报");
        using var office = fixture.Client(Role.StreetOffice, "990102002");
        var answer = await office.PutAsync(
            $"{street.Path}/letterhead",
            System.Net.Http.Json.JsonContent.Create(new { issuer = "文件", numberPrefix = "", addressee = "各单位", signature = "办公室" }));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    private async Task<HttpResponseMessage> Download(string path, string query, string? accept = null)
    {
        using var client = fixture.Client(Role.Leader, Street);
        if (accept is not null) client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));
        return await client.GetAsync($"/api/streets/{Street}{path}{query}");
    }
}
