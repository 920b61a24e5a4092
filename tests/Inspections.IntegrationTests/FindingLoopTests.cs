using System.Net;
using Campaign.Contracts.Inspections;
using Campaign.Contracts.Tasks;
using Campaign.EventStore;
using Campaign.Testing;
using MassTransit;

namespace Campaign.Inspections.IntegrationTests;

/// <summary>A case from 登记 to 销号, its unit at work in Tasks, which is here the test.</summary>
public sealed class FindingLoopTests(InspectionsFixture fixture) : IClassFixture<InspectionsFixture>
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task A_case_is_routed_reported_rejected_reported_again_and_struck_off()
    {
        var street = await TestStreet.Create(fixture, "990101201");
        await using var heard = await FactsHeard.Listen(fixture);
        var (before, after) = (await street.Upload("整改前"), await street.Upload("整改后"));
        var id = await street.Record(null, before);

        await fixture.Bus.Publish(new RectificationAssigned(
            street.Code, id, 1, Assignment, 1, TestStreet.Unit, [TestStreet.AnotherUnit], null, Now.AddDays(2), Now));
        await Becomes(street, id, "Routed");
        await fixture.Bus.Publish(Report(street, id, 2, after));
        await Becomes(street, id, "Reported");
        (await street.Post($"findings/{id}/verification", new { passed = false, reason = "仍有残留" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        await fixture.Bus.Publish(Report(street, id, 4, after));
        await Becomes(street, id, "Reported");
        (await street.Post($"findings/{id}/verification", new { passed = true })).StatusCode.ShouldBe(HttpStatusCode.OK);

        var struckOff = await street.Get($"findings/{id}");
        struckOff.GetProperty("status").GetString().ShouldBe("StruckOff");
        struckOff.GetProperty("rejections").GetInt32().ShouldBe(1);
        struckOff.GetProperty("cooperatingUnits")[0].GetString().ShouldBe(TestStreet.AnotherUnit);
        var history = await street.Get($"findings/{id}/history");
        history.EnumerateArray().Select(line => line.GetProperty("event").GetString()).ShouldBe(
        [
            "finding_recorded", "finding_routed", "rectification_reported", "rectification_rejected", "rectification_reported",
            "finding_struck_off",
        ]);
        await Eventually.Becomes(() => Task.FromResult(heard.Counts().GetValueOrDefault(id)), count => count == 4);
        heard.Of<FindingStruckOff>(id).Single()
            .ShouldSatisfyAllConditions(f => f.Unit.ShouldBe(TestStreet.Unit), f => f.Version.ShouldBe(6), f => f.Round.ShouldBe(1));
    }

    [Fact]
    public async Task A_fact_that_is_delivered_again_or_too_early_changes_nothing_or_waits()
    {
        var street = await TestStreet.Create(fixture, "990101202");
        var id = await street.Record();
        var message = Guid.CreateVersion7();
        // The unit's step overtakes the routing: refused, and tried again by the broker.
        await fixture.Bus.Publish(new RectificationAcknowledged(street.Code, id, 1, Assignment, 2, TestStreet.Unit, Now.AddMinutes(1)));
        for (var delivery = 0; delivery < 3; delivery++)
        {
            await fixture.Bus.Publish(
                new RectificationAssigned(street.Code, id, 1, Assignment, 1, TestStreet.Unit, [], null, Now.AddDays(2), Now),
                context => context.MessageId = message);
        }

        await Becomes(street, id, "Accepted");
        (await street.Get($"findings/{id}/history")).GetArrayLength().ShouldBe(3);
    }

    [Fact]
    public async Task What_is_verified_on_the_spot_has_the_verifiers_photo_after()
    {
        var street = await TestStreet.Create(fixture, "990101205");
        var (before, locked, spot) = (await street.Upload("整改前"), await street.Upload("院门"), await street.Upload("现场"));
        var id = await street.Record(null, before);
        await fixture.Bus.Publish(
            new RectificationAssigned(street.Code, id, 1, Assignment, 1, TestStreet.Unit, [], null, Now.AddDays(2), Now));
        await Becomes(street, id, "Routed");
        await fixture.Bus.Publish(Report(street, id, 2));
        await Becomes(street, id, "Reported");
        (await street.Get("findings?onSite=true")).GetProperty("items").GetArrayLength().ShouldBe(1);

        Task<HttpResponseMessage> Verify(object body) => street.Post($"findings/{id}/verification", body);
        (await Verify(new { result = "Unable", reason = "院门紧锁", photos = new[] { locked } })).StatusCode.ShouldBe(HttpStatusCode.OK);
        await (await Verify(new { result = "Passed" }))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "after-photo-missing", "/photos");
        await (await Verify(new { result = "Passed", photos = new[] { new string('c', 64) } }))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "evidence-unknown", "/photos/0");
        (await Verify(new { result = "Passed", photos = new[] { spot } })).StatusCode.ShouldBe(HttpStatusCode.OK);

        var finding = await street.Get($"findings/{id}");
        (finding.GetProperty("status").GetString(), finding.GetProperty("afterPhotos")[0].GetString()).ShouldBe(("StruckOff", spot));
        finding.GetProperty("rounds")[0].GetProperty("attempts").GetInt32().ShouldBe(1);
        (await street.Get($"findings/{id}/photos")).EnumerateArray()
            .Select(photo => (photo.GetProperty("photo").GetString(), photo.GetProperty("role").GetString()))
            .ShouldBe([(before, "Before"), (locked, "Verification"), (spot, "After")]);
        (await street.Get($"findings/{id}/history")).EnumerateArray().Select(line => line.GetProperty("text").GetString()).TakeLast(3)
            .ShouldBe(["单位U013 上报整改，请现场复核：已清理。", "复核人员到场，无法核实：院门紧锁。", "现场复核通过，销号。"]);
    }

    [Fact]
    public async Task A_clock_that_stands_still_is_seen_on_the_case()
    {
        var street = await TestStreet.Create(fixture, "990101206");
        var id = await street.Record();
        await fixture.Bus.Publish(
            new RectificationAssigned(street.Code, id, 1, Assignment, 1, TestStreet.Unit, [], null, Now.AddDays(2), Now));
        await Becomes(street, id, "Routed");
        await fixture.Bus.Publish(new RectificationDeadlineExtended(
            street.Code, id, 1, Assignment, 2, Now.AddDays(9), "挂账：等待管网改造", Now.AddMinutes(2), SuspendedUntil: Now.AddDays(7)));
        var seen = await Eventually.Becomes(
            () => street.Get($"findings/{id}"), finding => finding.TryGetProperty("suspendedUntil", out _));
        seen.GetProperty("suspendedUntil").GetDateTimeOffset().ShouldBe(Now.AddDays(7), TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public async Task Work_whose_photo_never_arrived_is_not_struck_off()
    {
        var street = await TestStreet.Create(fixture, "990101203");
        var before = await street.Upload("整改前");
        var id = await street.Record(null, before);
        await fixture.Bus.Publish(
            new RectificationAssigned(street.Code, id, 1, Assignment, 1, TestStreet.Unit, [], null, Now.AddDays(2), Now));
        await Becomes(street, id, "Routed");
        await fixture.Bus.Publish(Report(street, id, 2, new string('c', 64)));
        await Becomes(street, id, "Reported");

        using var answer = await street.Post($"findings/{id}/verification", new { passed = true });
        await answer.ShouldBeProblem(HttpStatusCode.Conflict, "evidence-unknown");
    }

    [Fact]
    public async Task A_missed_deadline_is_stated_once_though_two_instances_watch()
    {
        var street = await TestStreet.Create(fixture, "990101204");
        await using var second = fixture.Surroundings.Start<Program>("inspections");
        await second.Ready();
        var ids = new List<Guid>();
        for (var i = 0; i < 5; i++) ids.Add(await street.Record());
        foreach (var id in ids)
            await fixture.Bus.Publish(
                new RectificationAssigned(
                    street.Code, id, 1, Assignment, 1, TestStreet.Unit, [], null, Now.AddMinutes(-1), Now.AddHours(-1)));
        foreach (var id in ids) await Eventually.Holds(async () => (await street.Get($"findings/{id}")).TryGetProperty("unit", out _));

        await Task.WhenAll(fixture.Host.Watch().Sweep(default), second.Watch().Sweep(default), fixture.Host.Watch().Sweep(default));

        var store = fixture.Host.Get<IEventStore>();
        foreach (var id in ids)
            (await store.Read(new StreamId(street.Code, id), default)).Count(e => e.Data is Findings.FindingBecameOverdue).ShouldBe(1);
        (await street.Get("findings?overdue=true")).GetProperty("items").GetArrayLength().ShouldBe(5);
    }

    private static Guid Assignment { get; } = Guid.CreateVersion7();

    private static Contracts.Tasks.RectificationReported Report(TestStreet street, Guid id, long version, params string[] photos) =>
        new(street.Code, id, 1, Assignment, version, TestStreet.Unit, photos, "已清理", Now.AddMinutes(version));

    private static Task Becomes(TestStreet street, Guid id, string status) => Eventually.Becomes(
        async () => (await street.Get($"findings/{id}")).GetProperty("status").GetString(), seen => seen == status);
}
