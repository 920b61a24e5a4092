using System.Text.Json;
using Campaign.Contracts.Inspections;
using Campaign.Contracts.Tasks;
using Campaign.EventStore;
using Campaign.Testing;
using Campaign.Web;

namespace Campaign.Tasks.IntegrationTests;

/// <summary>What Inspections tells, over the broker, and what Tasks makes of it.</summary>
public sealed class FindingFactsTests(TasksFixture fixture) : IClassFixture<TasksFixture>
{
    private static readonly DateTimeOffset Due = new(2099, 9, 6, 0, 0, 0, TimeSpan.FromHours(8));
    private static readonly string[] Photos = [new('b', 64)];

    [Fact]
    public async Task A_finding_goes_by_the_map_to_its_unit_which_reports_is_rejected_reports_again_and_is_approved()
    {
        var street = await AStreet.Create(fixture);
        await using var broker = await Broker.Connect(fixture);
        var finding = new AFinding(street.Code);
        await broker.Send(finding.Recorded(AStreet.Garbage));

        var assigned = await broker.Hears<RectificationAssigned>(fact => fact.FindingId == finding.Id);
        (assigned.Unit, assigned.CooperatingUnits.Single(), assigned.Guarantor, assigned.Due, assigned.Round)
            .ShouldBe((AStreet.CityManagement, AStreet.Sanitation, "P01", Due, 1));

        using var officer = street.Officer(AStreet.CityManagement);
        var path = $"{street.Path}/assignments/{assigned.AssignmentId}";
        await officer.Post($"{path}/acknowledgement", new { });
        (await officer.Post($"{path}/submission", new { photos = Array.Empty<string>() })).Rule.ShouldBe("after-photo-missing");
        await officer.Post($"{path}/submission", new { photos = Photos });
        (await broker.Hears<RectificationReported>(fact => fact.FindingId == finding.Id)).Photos.ShouldBe(Photos);
        (await street.Office.Post($"{path}/approval", new { })).Rule.ShouldBe("verified-by-inspection");

        await broker.Send(finding.Rejected(5, AStreet.CityManagement, Due));
        (await officer.Get(path)).Text("status").ShouldBe("Returned");
        await officer.Post($"{path}/submission", new { photos = Photos });
        await broker.Send(finding.StruckOff(7, AStreet.CityManagement, Due));
        (await officer.Get(path)).Text("status").ShouldBe("Approved");
    }

    [Fact]
    public async Task A_unit_that_helps_sees_the_rectification_too()
    {
        var street = await AStreet.Create(fixture);
        await using var broker = await Broker.Connect(fixture);
        var finding = new AFinding(street.Code);
        await broker.Send(finding.Recorded(AStreet.Garbage));
        using var helper = street.Officer(AStreet.Sanitation);
        using var stranger = street.Officer(AStreet.HealthOffice);
        (await helper.Get($"{street.Path}/assignments?finding={finding.Id}")).Items.Length.ShouldBe(1);
        (await stranger.Get($"{street.Path}/assignments?finding={finding.Id}")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_fact_that_comes_again_appends_nothing()
    {
        var street = await AStreet.Create(fixture);
        await using var broker = await Broker.Connect(fixture);
        var finding = new AFinding(street.Code);
        var message = Guid.NewGuid();
        await broker.Send(finding.Recorded(AStreet.Garbage), message);
        await broker.Send(finding.Recorded(AStreet.Garbage), message);
        await broker.Send(finding.Recorded(AStreet.Garbage));
        await broker.Send(finding.StruckOff(7, AStreet.CityManagement, Due), message = Guid.NewGuid());
        await broker.Send(finding.StruckOff(7, AStreet.CityManagement, Due), message);

        var assignment = (await street.Office.Get($"{street.Path}/assignments?finding={finding.Id}")).Items.Single();
        (assignment.GetProperty("status").GetString(), assignment.GetProperty("version").GetInt64()).ShouldBe(("Approved", 3));
    }

    [Fact]
    public async Task A_finding_without_a_rule_waits_until_the_office_routes_it()
    {
        var street = await AStreet.Create(fixture);
        await using var broker = await Broker.Connect(fixture);
        var finding = new AFinding(street.Code);
        await broker.Send(finding.Recorded(AStreet.Canteens));
        var queue = $"{street.Path}/unrouted-findings";
        var waiting = (await street.Office.Get(queue)).Items.Single();
        (waiting.GetProperty("category").GetString(), waiting.GetProperty("description").GetString())
            .ShouldBe((AStreet.Canteens, AFinding.Description));
        (await street.Office.Get($"{street.Path}/assignments")).Items.ShouldBeEmpty();

        (await street.Office.Post($"{queue}/{finding.Id}/routing", new { unit = "U999", due = Due })).Rule.ShouldBe("unit-unknown");
        await street.Office.Post($"{queue}/{finding.Id}/routing", new { unit = AStreet.HealthOffice, due = Due });
        (await broker.Hears<RectificationAssigned>(fact => fact.FindingId == finding.Id)).Unit.ShouldBe(AStreet.HealthOffice);
        (await street.Office.Get(queue)).Items.ShouldBeEmpty();
        (await street.Office.Post($"{queue}/{finding.Id}/routing", new { unit = AStreet.Sanitation, due = Due })).Rule.ShouldBe(
            "finding-not-unrouted");
        (await street.Office.Post($"{queue}/{Guid.NewGuid()}/routing", new { unit = AStreet.Sanitation, due = Due })).Rule.ShouldBe(
            "assignment-not-found");
    }

    [Fact]
    public async Task Many_are_routed_at_once_and_each_is_answered_for_itself()
    {
        var street = await AStreet.Create(fixture);
        await using var broker = await Broker.Connect(fixture);
        var (one, other) = (new AFinding(street.Code), new AFinding(street.Code));
        await broker.Send(one.Recorded(AStreet.Canteens));
        await broker.Send(other.Recorded(AStreet.Canteens));
        var queue = $"{street.Path}/unrouted-findings";
        (await street.Office.Get(queue)).Items.Any(row => row.TryGetProperty("suggestion", out _)).ShouldBeFalse();

        var nobody = Guid.CreateVersion7();
        object Row(Guid finding, string unit) => new { finding, unit, due = Due };
        var answer = await street.Office.Post($"{queue}/routings", new
        {
            items = new[] { Row(one.Id, AStreet.HealthOffice), Row(other.Id, "U999"), Row(nobody, AStreet.HealthOffice) },
        });
        answer.Body.EnumerateArray().Select(row => (
            row.GetProperty("id").GetGuid(), row.TryGetProperty("rule", out var rule) ? rule.GetString() : null)).ShouldBe(
            [(one.Id, null), (other.Id, "unit-unknown"), (nobody, "assignment-not-found")]);
        (await broker.Hears<RectificationAssigned>(fact => fact.FindingId == one.Id)).Unit.ShouldBe(AStreet.HealthOffice);

        var waiting = (await street.Office.Get(queue)).Items.Single();
        waiting.GetProperty("suggestion").GetProperty("unit").GetString().ShouldBe(AStreet.HealthOffice, "where the like went");
    }

    [Fact]
    public async Task A_unit_reports_without_a_photo_and_asks_to_be_visited()
    {
        var street = await AStreet.Create(fixture);
        await using var broker = await Broker.Connect(fixture);
        var finding = new AFinding(street.Code);
        await broker.Send(finding.Recorded(AStreet.Garbage));
        var assigned = await broker.Hears<RectificationAssigned>(fact => fact.FindingId == finding.Id);
        using var officer = street.Officer(AStreet.CityManagement);
        await officer.Post($"{street.Path}/assignments/{assigned.AssignmentId}/on-site-review", new { note = "设施已拆除" });
        var told = await broker.Hears<Contracts.Tasks.RectificationReported>(fact => fact.FindingId == finding.Id);
        (told.Photos.Count, told.Note).ShouldBe((0, "设施已拆除"));
    }

    [Fact]
    public async Task A_declined_rectification_waits_again_and_its_next_unit_gets_a_later_version()
    {
        var street = await AStreet.Create(fixture);
        await using var broker = await Broker.Connect(fixture);
        var finding = new AFinding(street.Code);
        await broker.Send(finding.Recorded(AStreet.Garbage));
        var first = await broker.Hears<RectificationAssigned>(fact => fact.FindingId == finding.Id);
        using var officer = street.Officer(AStreet.CityManagement);
        await officer.Post($"{street.Path}/assignments/{first.AssignmentId}/decline", new { reason = "不属于本单位路段" });
        (await broker.Hears<RectificationDeclined>(fact => fact.FindingId == finding.Id)).Unit.ShouldBe(AStreet.CityManagement);
        (await street.Office.Get($"{street.Path}/unrouted-findings")).Items.Single().GetProperty("reason").GetString().ShouldBe("不属于本单位路段");
        (await officer.Get($"{street.Path}/assignments")).Items.ShouldBeEmpty();

        await street.Office.Post($"{street.Path}/unrouted-findings/{finding.Id}/routing", new { unit = AStreet.Sanitation, due = Due });
        var second = await broker.Hears<RectificationAssigned>(fact => fact.FindingId == finding.Id && fact.Unit == AStreet.Sanitation);
        second.AssignmentId.ShouldBe(first.AssignmentId);
        second.Version.ShouldBeGreaterThan(first.Version);
    }

    [Fact]
    public async Task A_relapse_goes_back_to_the_unit_in_a_new_round_with_the_days_of_the_map()
    {
        var street = await AStreet.Create(fixture);
        await using var broker = await Broker.Connect(fixture);
        var finding = new AFinding(street.Code);
        await broker.Send(finding.Recorded(AStreet.Garbage), finding.StruckOff(7, AStreet.Sanitation, Due));
        await broker.Send(finding.Relapsed(8, AStreet.Sanitation, fromLedger: false));
        var again = await broker.Hears<RectificationAssigned>(fact => fact.FindingId == finding.Id && fact.Round == 2);
        (again.Unit, again.CooperatingUnits.Count, again.Due).ShouldBe((AStreet.Sanitation, 0, Due));
    }

    [Fact]
    public async Task A_relapse_that_overtook_its_record_is_tried_again()
    {
        var street = await AStreet.Create(fixture);
        await using var broker = await Broker.Connect(fixture);
        var finding = new AFinding(street.Code);
        await fixture.Bus.Publish(finding.Relapsed(8, AStreet.CityManagement, fromLedger: false));
        await fixture.Bus.Publish(finding.Recorded(AStreet.Garbage));
        (await broker.Hears<RectificationAssigned>(fact => fact.FindingId == finding.Id && fact.Round == 2)).Unit.ShouldBe(
            AStreet.CityManagement);
    }

    [Fact]
    public async Task A_voided_case_leaves_neither_a_task_nor_a_place_in_the_queue()
    {
        var street = await AStreet.Create(fixture);
        await using var broker = await Broker.Connect(fixture);
        var (routed, waiting) = (new AFinding(street.Code), new AFinding(street.Code));
        await broker.Send(routed.Recorded(AStreet.Garbage), waiting.Recorded(AStreet.Canteens));
        await broker.Send(routed.Voided(3), waiting.Voided(2));
        (await street.Office.Get($"{street.Path}/unrouted-findings")).Items.ShouldBeEmpty();
        Status((await street.Office.Get($"{street.Path}/assignments")).Items.Single()).ShouldBe("Cancelled");
    }

    private static string? Status(JsonElement assignment) => assignment.GetProperty("status").GetString();
}
