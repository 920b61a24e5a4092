using System.Net;
using System.Text.Json;
using Campaign.Contracts.Inspections;
using Campaign.Contracts.Tasks;
using Campaign.Web;

namespace Campaign.Scoring.IntegrationTests;

/// <summary>问责 and 通报批评 from the register to the bulletin of a street whose policy announces them.</summary>
public sealed class SanctionTests(ScoringFixture fixture) : IClassFixture<ScoringFixture>
{
    private const string Code = "990107001";

    [Fact]
    public async Task What_stands_and_reaches_the_month_is_in_its_bulletin_and_what_was_announced_stays()
    {
        using var street = await Happens();
        using var office = new Account(fixture, Code, "office", Role.StreetOffice);
        await street.Put("/sanctions/1", Act("accountability", "2024-07", "halfYear", post: "广场社区书记"));
        await street.Put("/sanctions/2", Act("criticism", "2024-08", "month", unit: "A"));
        await street.Put("/sanctions/3", Act("criticism", "2024-09", "month", unit: "A"));
        await street.Put("/sanctions/4", Act("criticism", "2024-09", "month", unit: "A"));
        await street.Post("/sanctions/4/withdrawal", new { reason = "处理有误" });
        await office.Put("/sanctions/5", Act("criticism", "2024-09", "month", unit: "X"))
            .Refused(HttpStatusCode.UnprocessableEntity, "subject-unknown");
        await office.Put("/sanctions/4", Act("criticism", "2024-09", "month", unit: "A", document: "南办〔2024〕9号"))
            .Refused(HttpStatusCode.Conflict, "sanction-withdrawn");
        (await street.Get("/sanctions")).GetProperty("items").GetArrayLength().ShouldBe(4);
        using var officer = new Account(fixture, Code, "officer", Role.UnitOfficer, "A");
        (await officer.Get("/sanctions")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        Announced(await street.Get("/months/2024-09/bulletin")).ShouldBe(["2024-07", "2024-09"]);
        await street.Post("/months/2024-09/closing", new { force = true, reason = "缺检周次如实通报" });
        var published = await street.Post("/months/2024-09/publication", new { });
        await street.Post("/sanctions/3/withdrawal", new { reason = "处理有误" });
        Announced(await street.Get($"/bulletins/{published.GetProperty("year")}/{published.GetProperty("number")}"))
            .ShouldBe(["2024-07", "2024-09"]);
        (await street.Get("/months/2024-09/proof"))[0].GetProperty("holds").GetBoolean().ShouldBeTrue();
        (await street.Get("/months/2024-09")).GetProperty("pendingCorrections").GetArrayLength().ShouldBe(0);
    }

    private static IEnumerable<string?> Announced(JsonElement bulletin) =>
        bulletin.GetProperty("sanctions").EnumerateArray().Select(s => s.GetProperty("month").GetString());

    private static object Act(
        string kind, string month, string scope, string? unit = null, string? post = null, string document = "南办〔2024〕6号") =>
        new { kind, month, scope, unit, post, document, reason = "卫生死角长期未整改" };

    private async Task<StreetMonth> Happens()
    {
        var street = new StreetMonth(fixture, Code);
        await street.Publish([new UnitRegistered(Code, "A", 1, "广场社区", "居委会", new DateOnly(2024, 1, 1), null)]);
        await Testing.Eventually.Holds(async () => (await street.Get("/subjects")).GetProperty("items").GetArrayLength() == 1);
        await street.Put(
            "/policies/2024-01",
            new { dailyWeight = 1, evaluationWeight = 0, adjustments = Array.Empty<object>(), announceSanctions = true });
        InspectionScored visit = new(Code, street.File.IdOf("visit"), 1, "A", "日常检查", new DateOnly(2024, 9, 3), 90, "sheet-1", 1);
        await street.Publish([visit]);
        await street.Arrived([visit]);
        return street;
    }
}
