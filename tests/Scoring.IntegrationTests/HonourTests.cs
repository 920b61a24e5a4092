using System.Net;
using System.Text.Json;
using Campaign.Contracts.Inspections;
using Campaign.Contracts.Tasks;
using Campaign.Documents;
using Campaign.Scoring.Bulletins;
using Campaign.Testing;
using Campaign.Web;
using DocumentFormat.OpenXml.Packaging;
using Npgsql;

namespace Campaign.Scoring.IntegrationTests;

/// <summary>
/// A commendation and a criticism from the month they are of to the lists of the half-year, and what bulletins say of its evaluation.
/// </summary>
public sealed class HonourTests(ScoringFixture fixture) : IClassFixture<ScoringFixture>
{
    private const string July = "2023-07";
    private const string Awaited = "本半年综合评议尚未结束，半年总分为暂计。";
    private const string NotEvaluated = "“机关部门”未作综合评议，其总分按现有权重折算为百分之百，即月度考评占百分之百。";

    [Fact]
    public async Task Commended_and_criticised_subjects_are_shown_as_such_wherever_their_scope_reaches()
    {
        const string code = "990104001";
        using var street = await Happens(code);
        using var office = new Account(fixture, code, "office", Role.StreetOffice);

        var entered = (await street.Get("/commendations")).GetProperty("items")[0];
        (Text(entered, "level"), Text(entered, "scope")).ShouldBe(("district", "halfYear"));
        await office.Put("/commendations/2", new { subject = "A", date = "2023-07-10", reason = "迎检", level = "village" })
            .Refused(HttpStatusCode.BadRequest, "value-unknown");
        var july = await street.Get($"/months/{July}");
        (Result(july, "A").GetProperty("score").GetDecimal(), Text(Result(july, "A"), "remark")).ShouldBe((86, "受区级表扬"));
        (Text(Result(july, "B"), "remark"), Result(july, "B").GetProperty("rankIfNotVetoed").GetInt32()).ShouldBe(("通报批评，不参加评先", 1));
        var august = await street.Get("/months/2023-08");
        Text(Result(august, "A"), "remark").ShouldBe("受区级表扬");
        Result(august, "A").GetProperty("lines").EnumerateObject().ShouldBeEmpty();
        Result(await street.Get("/months/2023-06"), "A").TryGetProperty("remark", out _).ShouldBeFalse();

        // While no month is closed nobody has a total, and nobody a rank.
        Result(await street.Get("/totals/2023?half=2"), "B").TryGetProperty("rankIfNotVetoed", out _).ShouldBeFalse();
        await Close(street, July);
        var totals = await street.Get("/totals/2023?half=2");
        (Text(Result(totals, "A"), "remark"), Text(Result(totals, "B"), "remark")).ShouldBe(("受区级表扬", "通报批评，不参加评先"));
        Result(totals, "B").GetProperty("rankIfNotVetoed").GetInt32().ShouldBe(1);
        await street.Put("/award-schemes/2023-H2", new { levels = new[] { new { category = "居委会", level = "优秀单位", places = 1 } } });
        var lists = (await street.Get("/awards/2023-H2")).GetProperty("lists");
        (Text(lists.GetProperty("barred")[0], "ground"), lists.GetProperty("barred")[0].GetProperty("rankIfNotVetoed").GetInt32())
            .ShouldBe(("通报批评", 1));
        Text(lists.GetProperty("commended")[0], "praise").ShouldBe("区级表扬");
    }

    [Fact]
    public async Task A_bulletin_says_how_far_the_evaluation_has_come_when_it_comes_out()
    {
        const string code = "990104002";
        using var street = await Happens(code);
        using var office = new Account(fixture, code, "office", Role.StreetOffice);
        await Close(street, July);
        var (path, first) = await Published(street, await street.Post($"/months/{July}/publication", new { }));
        first.GetProperty("notes").EnumerateArray().Select(n => n.GetString()!).First().ShouldBe(Awaited);
        var ranking = first.GetProperty("categories").EnumerateArray().Single(c => Text(c, "category") == "居委会").GetProperty("ranking");
        ranking.EnumerateArray().Select(r => Text(r, "remark")).ShouldBe(["通报批评，不参加评先", "受区级表扬"]);
        var word = await Word(office, path);
        word.ShouldContain(Awaited);
        word.ShouldContain("河滨社区因通报批评不参加评先");
        using (var answer = await office.Get($"{path}?format=xlsx"))
            Workbook.Read(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken))
                .Single(t => t.Sheet == "说明").Rows[0]["说明"].Text.ShouldBe(Awaited);

        await Evaluated(street, code);
        await street.Post("/vetoes/1/release", new { reason = "整改到位" });
        var (_, second) = await Published(street, await street.Post($"/months/{July}/corrections", new { reason = "解除通报批评" }));

        second.GetProperty("notes").EnumerateArray().Select(n => n.GetString()).ShouldBe([NotEvaluated]);
        second.GetProperty("correction").GetProperty("figures").EnumerateArray().Select(f => Text(f, "figure"))
            .ShouldBe(["vetoed", "grounds"], ignoreOrder: true);
        (await street.Get(path)).GetRawText().ShouldBe(first.GetRawText());
        (await Word(office, path)).ShouldBe(word);
        (await street.Get($"/months/{July}/proof")).EnumerateArray().Select(p => p.GetProperty("holds").GetBoolean())
            .ShouldBe([true, true]);
    }

    [Fact]
    public async Task Without_a_weight_for_evaluations_there_is_nothing_to_say_of_them()
    {
        using var street = await Happens("990104003", evaluationWeight: 0);
        await Close(street, July);
        var (_, bulletin) = await Published(street, await street.Post($"/months/{July}/publication", new { }));
        bulletin.GetProperty("notes").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_month_closed_before_honours_were_noted_reads_and_is_proved_as_it_was()
    {
        const string code = "990104004";
        using var street = await Happens(code);
        await Close(street, July);
        var (path, _) = await Published(street, await street.Post($"/months/{July}/publication", new { }));
        await AsOfOld($"UPDATE scorecards SET card = (card::jsonb - 'honours')::text::json WHERE street = '{code}'");
        await AsOfOld($"UPDATE bulletins SET bulletin = bulletin - 'notes' WHERE street = '{code}'");

        var old = await street.Get(path);
        old.TryGetProperty("notes", out _).ShouldBeFalse();
        old.GetRawText().ShouldNotContain("remark");
        (await street.Get($"/months/{July}")).GetProperty("pendingCorrections").GetArrayLength().ShouldBe(0);
        (await street.Get($"/months/{July}/proof"))[0].GetProperty("holds").GetBoolean().ShouldBeTrue();
    }

    private async Task<StreetMonth> Happens(string code, decimal evaluationWeight = 0.25m)
    {
        var street = new StreetMonth(fixture, code);
        await street.Publish([Unit("A", "广场社区", "居委会"), Unit("B", "河滨社区", "居委会"), Unit("Z", "党政办", "机关部门")]);
        await Eventually.Holds(async () => (await street.Get("/subjects")).GetProperty("items").GetArrayLength() == 3);
        await street.Put("/policies/2023-01", new
        {
            dailyWeight = 1 - evaluationWeight,
            evaluationWeight,
            adjustments = new[] { new { kind = "districtCommendation", points = 1, capPerMonth = 2 } },
        });
        object[] facts = [Scored("A", 85), Scored("B", 90)];
        await street.Publish(facts);
        await street.Arrived(facts);
        await street.Put(
            "/commendations/1", new { subject = "A", date = "2023-07-10", reason = "迎检工作突出", level = "district", scope = "halfYear" });
        await street.Put("/vetoes/1", new { subject = "B", scope = "halfYear", month = July, reason = "卫生死角整治不力", ground = "criticism" });
        return street;

        UnitRegistered Unit(string unit, string name, string category) =>
            new(code, unit, 1, name, category, new DateOnly(2023, 1, 1), null);
        InspectionScored Scored(string unit, decimal score) =>
            new(code, street.File.IdOf($"inspection of {unit}"), 2, unit, "日常检查", new DateOnly(2023, 7, 5), score, "sheet-1", 1);
    }

    private static readonly string[] Leaders = ["leader-1", "leader-2", "leader-3"];

    private async Task Evaluated(StreetMonth street, string code)
    {
        await street.Put("/evaluations/2023-H2", new { holders = Leaders, categories = new[] { "居委会" } });
        foreach (var holder in Leaders)
        {
            using var leader = new Account(fixture, code, holder, Role.Leader);
            await leader.Put(
                "/evaluations/2023-H2/ballot",
                new { scores = new Dictionary<string, decimal>(StringComparer.Ordinal) { ["A"] = 90, ["B"] = 80 } }).Succeeded();
        }

        await street.Post("/evaluations/2023-H2/closing", new { });
    }

    private static Task<JsonElement> Close(StreetMonth street, string month) =>
        street.Post($"/months/{month}/closing", new { force = true, reason = "缺检周次如实通报" });

    private static async Task<(string Path, JsonElement Bulletin)> Published(StreetMonth street, JsonElement published)
    {
        var path = $"/bulletins/{published.GetProperty("year")}/{published.GetProperty("number")}";
        return (path, await street.Get(path));
    }

    private static async Task<string> Word(Account office, string path)
    {
        using var answer = await office.Get($"{path}?format=docx");
        using var document = WordprocessingDocument.Open(
            await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), isEditable: false);
        return document.MainDocumentPart!.Document.Body!.InnerText;
    }

    private async Task AsOfOld(string sql)
    {
        await using var command = fixture.Host.Get<NpgsqlDataSource>().CreateCommand(sql);
        (await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)).ShouldBeGreaterThan(0);
    }

    private static JsonElement Result(JsonElement report, string subject) =>
        report.GetProperty("results").EnumerateArray().Single(r => Text(r, "subject") == subject);

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;
}
