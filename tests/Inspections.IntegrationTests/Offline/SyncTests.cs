using System.Net;
using Campaign.Contracts.Inspections;
using Campaign.ServiceDefaults;
using Campaign.Testing;
using Campaign.Web;

namespace Campaign.Inspections.IntegrationTests.Offline;

public sealed class SyncTests(InspectionsFixture fixture) : IClassFixture<InspectionsFixture>
{
    [Fact]
    public async Task A_case_recorded_without_reception_goes_on_under_the_id_it_was_given_there()
    {
        var street = await TestStreet.Create(fixture, "990101701");
        var (phone, photo) = (new Phone(street), await street.Upload("整改前"));
        var recorded = phone.Record("垃圾桶");
        Done[] done = [recorded, phone.Do("addPhotos", new { photos = new[] { photo } }, target: recorded.Id)];

        var answers = await phone.Sync(done);

        answers.Outcomes().ShouldBe(["Applied", "Applied"]);
        answers.Select(a => a.GetProperty("version").GetInt64()).ShouldBe([1, 2]);
        answers[0].Text("caseNumber").ShouldBe($"{street.Code}-{ChinaTime.DateOf(Phone.Now).Year}-000001");
        var finding = await street.Get($"findings/{recorded.Id}");
        (finding.Text("caseNumber"), finding.GetProperty("beforePhotos")[0].GetString()).ShouldBe((answers[0].Text("caseNumber"), photo));
        finding.GetProperty("recordedAt").GetDateTimeOffset().ShouldBe(Phone.Now, TimeSpan.FromMilliseconds(1));

        (await phone.Sync(done)).Select(a => (a.Text("outcome"), a.Text("id"), a.Text("version"), a.Text("caseNumber")))
            .ShouldBe(answers.Select(a => ((string?)"Duplicate", a.Text("id"), a.Text("version"), a.Text("caseNumber"))));
        (await street.Get($"findings/{recorded.Id}")).GetProperty("version").GetInt64().ShouldBe(2);
        (await phone.Last()).ShouldBe(2);
    }

    [Fact]
    public async Task A_sequence_has_no_gaps_and_no_number_twice()
    {
        var street = await TestStreet.Create(fixture, "990101702");
        var phone = new Phone(street);
        Done[] done = [phone.Record("一"), phone.Record("二"), phone.Record("三"), phone.Record("四")];

        var gap = await phone.Sync(done[0], done[2], done[3]);
        gap.Select(a => (a.Text("outcome"), a.Text("taken"), a.Text("rule"), a.Text("expected"))).ShouldBe(
            [("Applied", "True", null, null), ("Refused", "False", "sequence-gap", "2"), ("Refused", "False", "sequence-gap", "2")]);
        (await phone.Sync(done.Reverse().ToArray())).Outcomes().ShouldBe(["Applied", "Applied", "Applied", "Duplicate"]);

        var other = await phone.Sync(done[1] with { Id = Guid.CreateVersion7() });
        (other[0].Text("rule"), other[0].Text("expected")).ShouldBe(("sequence-reused", "5"));
        (await street.Get("findings")).GetProperty("items").GetArrayLength().ShouldBe(4);
    }

    [Fact]
    public async Task One_intent_is_one_case_whichever_phone_brings_it()
    {
        var street = await TestStreet.Create(fixture, "990101703");
        var (phone, another) = (new Phone(street), new Phone(street, "phone-2"));
        var recorded = phone.Record("垃圾桶");
        await phone.Sync(recorded);

        var again = await another.Sync(recorded, another.Record("二") with { Sequence = 2 });

        again.Outcomes().ShouldBe(["Duplicate", "Applied"]);
        again[0].Text("id").ShouldBe($"{recorded.Id}");
        (await another.Sync(recorded))[0].Text("outcome").ShouldBe("Duplicate");
        (await street.Get("findings")).GetProperty("items").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task What_the_phone_can_put_right_waits_and_what_it_cannot_is_refused_for_good()
    {
        var street = await TestStreet.Create(fixture, "990101704");
        var phone = new Phone(street);
        async Task Refused(Done done, string rule, string? pointer, bool taken)
        {
            var answer = (await phone.Sync(done))[0];
            (answer.Text("rule"), answer.Text("pointer"), answer.GetProperty("taken").GetBoolean()).ShouldBe((rule, pointer, taken));
        }

        var photo = TestStreet.Photo("迟到的照片");
        var recorded = phone.Record("一", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(photo)));
        await Refused(recorded, "evidence-unknown", "/body/photos/0", taken: false);
        await street.Upload("迟到的照片");
        (await phone.Sync(recorded)).Outcomes().ShouldBe(["Applied"]);

        var early = phone.Record("二") with { At = TimeProvider.System.GetUtcNow().AddMinutes(10) };
        await Refused(early, "time-in-future", "/at", taken: false);
        await Refused(
            early with { At = Phone.Now, Body = new { category = "9999", description = "二", place = new { address = "x" } } },
            "category-unknown", "/body/category", taken: true);
        await Refused(
            phone.Do("recordFinding", new { category = "0110", place = new { address = "x" } }), "not-empty",
            "/body/description", taken: true);
        await Refused(phone.Do("recordFinding", new { category = 5 }), "json-invalid", "/body/category", taken: true);
        await Refused(
            phone.Do("recordFinding", new { category = "0110", description = "\0", place = new { address = "x" } }), "json-invalid",
            "/body/description", taken: true);
        await Refused(phone.Do("fly"), "intent-kind-unknown", "/kind", taken: true);
        await Refused(phone.Do("addPhotos", new { photos = Array.Empty<string>() }), "target-missing", "/target", taken: true);
        await Refused(phone.Do("voidFinding", new { reason = "误报" }, recorded.Id, 1), "role-not-allowed", "/kind", taken: true);
        await Refused(phone.Do("reportRelapse", new { reason = "又脏" }, recorded.Id, 1), "finding-not-struck-off", null, taken: true);
        await Refused(
            phone.Do("reportRelapse", new { reason = "又脏" }, recorded.Id, 9), "base-version-unknown", "/baseVersion", taken: true);
        (await phone.Sync(phone.Record("三") with { Id = recorded.Id })).Outcomes().ShouldBe(["Duplicate"]);
    }

    [Fact]
    public async Task A_batch_that_cannot_be_read_is_refused_whole()
    {
        var street = await TestStreet.Create(fixture, "990101705");
        var phone = new Phone(street);
        async Task Refused(object body, string pointer)
        {
            using var answer = await street.Post("sync", body);
            await answer.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "request-invalid", pointer);
        }

        // Not text at all, and no reason to be stuck.
        using var half = await street.Post(
            "sync",
            $$"""
            {
              "clientId": "p",
              "intents": [{
                "sequence": 1,
                "id": "019300c8-0000-7000-8000-00000000a001",
                "kind": "recordFinding",
                "at": "{{Phone.Now:O}}",
                "body": { "category": "\ud800" }
              }]
            }
            """);
        (await half.Json()).GetProperty("answers")[0].Text("rule").ShouldBe("json-invalid");

        await Refused(new { clientId = "手机", intents = new[] { phone.Record("一") } }, "/clientId");
        await Refused(new { clientId = "p", intents = Array.Empty<object>() }, "/intents");
        await Refused(new { clientId = "p", intents = Enumerable.Repeat(phone.Record("一"), 501) }, "/intents");
        await Refused(
            new { clientId = "p", intents = new[] { phone.Record("一") with { Id = new Guid("6ba7b810-9dad-51d1-80b4-00c04fd430c8") } } },
            "/intents/0/id");
        await Refused(new { clientId = "p", intents = new[] { phone.Record("一") with { Sequence = 0 } } }, "/intents/0/sequence");
    }

    [Fact]
    public async Task A_visit_of_the_30th_that_arrives_on_the_3rd_is_one_of_the_30th()
    {
        var street = await TestStreet.Create(fixture, "990101706");
        await using var heard = await FactsHeard.Listen(fixture);
        var phone = new Phone(street);
        var month = ChinaTime.DateOf(Phone.Now).AddMonths(-1);
        var day = new DateOnly(month.Year, month.Month, 28);
        // 23:30 there is still the same day, and another one in UTC+14.
        var at = ChinaTime.EndOf(day).AddMinutes(-30).ToOffset(TimeSpan.FromHours(14));
        var visit = phone.Do("startInspection", new { subject = TestStreet.Unit, sheet = "sheet-1", kind = "日常检查" }, at: at);

        var answers = await phone.Sync(
            visit, phone.Do("scoreItem", new { no = 1, deduction = 7.5, reason = "楼道堆物" }, visit.Id, at: at),
            phone.Do("submitInspection", target: visit.Id, at: at), phone.Do("confirmInspection", new { }, visit.Id, at: at));

        answers.Outcomes().ShouldBe(["Applied", "Applied", "Applied", "Applied"]);
        await Eventually.Becomes(() => Task.FromResult(heard.Counts().GetValueOrDefault(visit.Id)), count => count == 3);
        heard.Of<InspectionStarted>(visit.Id).Single().Date.ShouldBe(day);
        heard.Of<InspectionScored>(visit.Id).Single().ShouldSatisfyAllConditions(f => f.Date.ShouldBe(day), f => f.Score.ShouldBe(92.5m));
    }
}
