using System.Net;
using System.Text.Json;
using Campaign.Web;

namespace Campaign.Inspections.IntegrationTests.Offline;

/// <summary>Two people change the same case: one without reception, one in the office.</summary>
public sealed class SyncConflictTests(InspectionsFixture fixture) : IClassFixture<InspectionsFixture>
{
    [Fact]
    public async Task What_contradicts_waits_for_a_person_with_all_behind_it_and_other_cases_go_on()
    {
        var street = await TestStreet.Create(fixture, "990101711");
        var (phone, finding, photo, done) = await SentBackMeanwhile(street);
        var other = phone.Record("另一处");

        var answers = await phone.Sync([.. done, other]);

        answers.Outcomes().ShouldBe(["Conflict", "Held", "Applied"]);
        var conflict = answers[0].GetProperty("conflict");
        conflict.GetProperty("theirs").EnumerateArray().Select(change => (change.Text("event"), change.Text("text"))).ShouldBe(
            [("rectification_rejected", $"复核不通过，退回 单位{TestStreet.Unit} 重新整改：仍有残留。")]);
        conflict.GetProperty("mine").EnumerateArray().Select(mine => mine.Text("kind")).ShouldBe(["verifyRectification"]);
        (await phone.Sync(done)).Outcomes().ShouldBe(["Conflict", "Held"]);
        (await street.Get($"findings/{finding}")).Text("status").ShouldBe("Accepted");
        (await street.Get($"sync/devices/{phone.Id}", street.Inspector)).GetProperty("openConflicts").GetInt64().ShouldBe(1);
        var line = (await street.Get("sync/conflicts")).GetProperty("items").EnumerateArray().Single();
        (line.Text("id"), line.Text("target"), line.GetProperty("waiting").GetInt32()).ShouldBe((conflict.Text("id"), $"{finding}", 2));

        using var notHis = await street.Post($"sync/conflicts/{line.Text("id")}/resolution", new { take = "mine", reason = "以我为准" });
        await notHis.ShouldBeProblem(HttpStatusCode.Forbidden, "role-not-allowed");
        using var noLonger = await Resolve(street, line, "mine");
        await noLonger.ShouldBeProblem(HttpStatusCode.Conflict, "rectification-not-reported");
        using var stale = await Resolve(street, line, "theirs", ifMatch: 1);
        await stale.ShouldBeProblem(HttpStatusCode.PreconditionFailed, "version-stale");

        var resolved = (await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Resolved(street, line, "theirs"))))[0];
        resolved.GetProperty("mine").EnumerateArray().Select(mine => (mine.Text("kind"), mine.Text("applied"))).ShouldBe(
            [("verifyRectification", "False"), ("addPhotos", "True")]);
        await Resolved(street, line, "theirs");
        using var turned = await Resolve(street, line, "mine");
        await turned.ShouldBeProblem(HttpStatusCode.Conflict, "conflict-resolved");
        (await phone.Sync(done)).Select(a => (a.Text("outcome"), a.Text("rule"))).ShouldBe([("Refused", "overruled"), ("Duplicate", null)]);
        var row = await street.Get($"findings/{finding}");
        row.GetProperty("beforePhotos").EnumerateArray().Select(p => p.GetString()).ShouldContain(photo);
        (await street.Get("sync/conflicts?state=Resolved")).GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Mine_is_done_on_what_is_there_now_and_not_before_it_happened()
    {
        var street = await TestStreet.Create(fixture, "990101712");
        var phone = new Phone(street, "office-phone", street.Office);
        var finding = await street.Record(null, await street.Upload("整改前"));
        await fixture.Host.Reported(street.Code, finding, await street.Upload("整改后"));
        var done = phone.Do("voidFinding", new { reason = "误报" }, finding, 1, at: Phone.Now.AddDays(-1));

        var conflict = (await phone.Sync(done))[0].GetProperty("conflict");
        await Resolved(street, conflict, "mine");

        var history = (await street.Get($"findings/{finding}/history")).EnumerateArray().ToList();
        history[^1].Text("event").ShouldBe("finding_voided");
        history[^1].GetProperty("data").GetProperty("at").GetDateTimeOffset()
            .ShouldBeGreaterThanOrEqualTo(history[^2].GetProperty("recordedAt").GetDateTimeOffset());
        var again = (await phone.Sync(done))[0];
        (again.Text("outcome"), again.Text("id"), again.Text("version")).ShouldBe(("Duplicate", $"{finding}", null));
        (await phone.Sync(phone.Do("voidFinding", new { reason = "误报" }, finding, 1))).Outcomes().ShouldBe(["Applied"]);
    }

    [Fact]
    public async Task Two_on_one_sheet_meet_where_they_scored_the_same_item()
    {
        var street = await TestStreet.Create(fixture, "990101713");
        var (one, two) = (new Phone(street), new Phone(street, "phone-2"));
        var visit = one.Do("startInspection", new { subject = TestStreet.Unit, sheet = "sheet-1", kind = "日常检查" });
        await one.Sync(visit);
        Done Score(Phone phone, int item, int deduction) =>
            phone.Do("scoreItem", new { no = item, deduction, reason = "脏" }, visit.Id, baseVersion: 1);

        (await one.Sync(Score(one, 1, 5))).Outcomes().ShouldBe(["Applied"]);
        var theirs = await two.Sync(Score(two, 2, 5), Score(two, 1, 6));

        theirs.Outcomes().ShouldBe(["Applied", "Conflict"]);
        // Item 1 was scored in between: the next base version has to be fetched.
        theirs[0].Text("version").ShouldBeNull();
        theirs[1].GetProperty("conflict").GetProperty("theirs")[0].Text("text").ShouldBe("第 1 项扣 5 分。");
        (await one.Sync(one.Do("confirmInspection", target: visit.Id, baseVersion: 2))).Outcomes().ShouldBe(["Conflict"]);
        (await one.Sync(one.Do("submitInspection", target: visit.Id, baseVersion: 3))).Outcomes().ShouldBe(["Held"]);
        var row = await street.Get($"inspections/{visit.Id}");
        (row.Text("status"), row.GetProperty("score").GetDecimal()).ShouldBe(("Started", 90m));
    }

    [Fact]
    public async Task A_visit_that_somebody_else_started_keeps_the_entries_of_both()
    {
        var street = await TestStreet.Create(fixture, "990101714");
        using var planned = await street.Post("inspections/schedule", new
        {
            subject = TestStreet.Unit,
            kind = "日常检查",
            from = $"{Phone.Now.AddDays(-2):yyyy-MM-dd}",
            until = $"{Phone.Now.AddDays(2):yyyy-MM-dd}",
            sheet = "sheet-1",
        }, street.Office);
        var visit = (await planned.Json()).GetProperty("id").GetGuid();
        (await street.Post($"inspections/{visit}/start", new { })).StatusCode.ShouldBe(HttpStatusCode.OK);
        var phone = new Phone(street);

        var answers = await phone.Sync(phone.Do(
            "startPlannedInspection", new { items = new[] { new { no = 1, deduction = 3, reason = "脏" } } }, visit, baseVersion: 1));

        answers[0].Text("outcome").ShouldBe("Conflict");
        answers[0].GetProperty("conflict").GetProperty("mine")[0].GetProperty("body").GetProperty("items")[0].GetProperty("deduction")
            .GetInt32().ShouldBe(3);
    }

    /// <summary>The phone strikes off what it saw reported, and adds a photo; the office had sent it back.</summary>
    private async Task<(Phone Phone, Guid Finding, string Photo, Done[] Done)> SentBackMeanwhile(TestStreet street)
    {
        var finding = await street.Record(null, await street.Upload("整改前"));
        var seen = await fixture.Host.Reported(street.Code, finding, await street.Upload("整改后"));
        using var rejected = await street.Post($"findings/{finding}/verification", new { passed = false, reason = "仍有残留" }, street.Office);
        rejected.StatusCode.ShouldBe(HttpStatusCode.OK, await rejected.Content.ReadAsStringAsync());
        var (phone, photo) = (new Phone(street), await street.Upload("现场"));
        return (phone, finding, photo,
        [
            phone.Do("verifyRectification", new { passed = true }, finding, seen),
            phone.Do("addPhotos", new { photos = new[] { photo } }, finding, seen),
        ]);
    }

    private static Task<HttpResponseMessage> Resolve(TestStreet street, JsonElement conflict, string take, long? ifMatch = null) =>
        street.Post($"sync/conflicts/{conflict.Text("id")}/resolution", new { take, reason = "以现场为准" }, street.Office, ifMatch: ifMatch);

    private static async Task<JsonElement> Resolved(TestStreet street, JsonElement conflict, string take)
    {
        using var answer = await Resolve(street, conflict, take);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return await answer.Json();
    }
}
