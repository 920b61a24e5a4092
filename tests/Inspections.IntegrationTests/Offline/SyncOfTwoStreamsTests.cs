using System.Net;
using Campaign.Testing;
using Campaign.Web;

namespace Campaign.Inspections.IntegrationTests.Offline;

/// <summary>What changes two streams in one append: 扣分转问题 and 回头看.</summary>
public sealed class SyncOfTwoStreamsTests(InspectionsFixture fixture) : IClassFixture<InspectionsFixture>
{
    [Fact]
    public async Task What_an_item_was_marked_down_for_becomes_a_case_without_reception()
    {
        var street = await TestStreet.Create(fixture, "990101707");
        var (phone, photo) = (new Phone(street), await street.Upload("占道"));
        var visit = phone.Do("startInspection", new { subject = TestStreet.Unit, sheet = "sheet-1", kind = "日常检查" });
        var scored = phone.Do("scoreItem", new { no = 1, deduction = 3, reason = "占道经营", photos = new[] { photo } }, visit.Id);
        Done Finding(int item) => phone.Do(
            "recordFinding",
            new { category = "0110", place = new { address = "巷口" }, photos = new[] { photo }, inspection = visit.Id, item });
        var recorded = Finding(1);

        (await phone.Sync(visit, scored, recorded)).Outcomes().ShouldBe(["Applied", "Applied", "Applied"]);
        (await phone.Sync(Finding(1), Finding(2), Finding(9))).Select(a => (a.Text("rule"), a.Text("pointer"))).ShouldBe(
            [("deduction-is-finding", "/body/item"), ("nothing-deducted", "/body/item"), ("item-unknown", "/body/item")]);

        var finding = await street.Get($"findings/{recorded.Id}");
        (finding.Text("description"), finding.Text("inspectionId")).ShouldBe(("占道经营", $"{visit.Id}"));
        var inspection = await street.Get($"inspections/{visit.Id}");
        (inspection.GetProperty("version").GetInt32(), inspection.GetProperty("items")[0].GetProperty("photos")[0].GetString())
            .ShouldBe((3, photo));
        using var online = await street.Post(
            $"inspections/{visit.Id}/items/1/finding", new { category = "0110", place = new { address = "巷口" } });
        (await online.Json()).GetProperty("id").GetGuid().ShouldBe(recorded.Id, "whoever recorded it first");

        using var officer = fixture.Client(Role.UnitOfficer, street.Code, TestStreet.Unit);
        using var stranger = fixture.Client(Role.UnitOfficer, street.Code, TestStreet.AnotherUnit);
        (await officer.GetAsync(street.Path($"evidence/{photo}"))).StatusCode.ShouldBe(HttpStatusCode.OK, "its own sheet");
        (await stranger.GetAsync(street.Path($"evidence/{photo}"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_case_is_looked_at_again_without_reception()
    {
        var street = await TestStreet.Create(fixture, "990101708");
        var settings = new { radiusMetres = 50, relapseDays = 90, lookBackPercent = 100 };
        (await street.Office.PutAsync(street.Path("finding-settings"), TestStreet.Body(settings))).StatusCode.ShouldBe(HttpStatusCode.OK);
        var finding = await street.StruckOff("C-1", Phone.Now.AddDays(-7), 117.2, 33.6);
        var planned = await Eventually.Becomes(
            async () => (await street.Get($"look-backs?finding={finding}")).GetProperty("items").EnumerateArray().ToList(),
            list => list.Count == 3);
        var phone = new Phone(street);
        Done Result(int which, bool stillFixed) =>
            phone.Do("lookBackResult", new { stillFixed }, planned[which].GetProperty("id").GetGuid(), baseVersion: 1);

        var (early, gone) = (Result(1, true), Result(0, false));
        (await phone.Sync(early, gone)).Select(a => (a.Text("outcome"), a.Text("rule")))
            .ShouldBe([("Refused", "look-back-not-due"), ("Applied", null)]);
        (await street.Get($"findings/{finding}")).GetProperty("round").GetInt32().ShouldBe(2);
        (await phone.Sync(gone)).Outcomes().ShouldBe(["Duplicate"]);
        (await phone.Sync(Result(0, true)))[0].Text("rule").ShouldBe("look-back-done");
        (await street.Get($"findings/{finding}")).GetProperty("round").GetInt32().ShouldBe(2);
    }
}
