using System.Net;
using System.Text.Json;
using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Recurrences;
using Campaign.Web;
using static Campaign.Tasks.IntegrationTests.ACalendar;

namespace Campaign.Tasks.IntegrationTests;

public sealed class RecurrenceTests(TasksFixture fixture) : IClassFixture<TasksFixture>
{
    private static readonly object WholeDay = new { every = "Day" };

    [Fact]
    public async Task Every_unit_gets_every_slot_of_fourteen_days()
    {
        var street = await AStreet.Create(fixture);
        (await Arrange(street, WholeDay)).Status.ShouldBe(HttpStatusCode.OK);
        await Noon(0).Materialize(fixture.Host);

        var items = await Assignments(street);
        items.Length.ShouldBe(2 * 13, "two units, from tomorrow to the horizon");
        items.ShouldAllBe(
            item => item.GetProperty("kind").GetString() == "Recurring" && item.GetProperty("status").GetString() == "Issued");
        (await street.Office.Get($"{street.Path}/recurrences/clean")).Body.GetProperty("progress").GetProperty("Issued").GetInt32()
            .ShouldBe(26);
    }

    [Fact]
    public async Task Four_materializers_in_two_instances_make_each_occurrence_once()
    {
        var street = await AStreet.Create(fixture);
        await using var second = fixture.Surroundings.Start<Program>("tasks");
        await second.Ready();
        await Arrange(street, new
        {
            every = "Day",
            at = new[] { new { from = "07:00", to = "08:00" }, new { from = "12:00", to = "13:00" }, new { from = "20:00", to = "00:00" } },
        });

        await Task.WhenAll(
            Noon(0).Materialize(fixture.Host), Noon(0).Materialize(second), Noon(0).Materialize(fixture.Host), Noon(0).Materialize(second));
        await Noon(0).Materialize(second);

        var items = await Assignments(street);
        items.Length.ShouldBe(2 * 13 * 3);
        foreach (var item in items) (await History(street, item)).ShouldBe([typeof(AssignmentIssued)]);
    }

    [Fact]
    public async Task A_changed_rule_takes_back_what_had_not_begun_and_asks_anew()
    {
        var street = await AStreet.Create(fixture);
        await Arrange(street, WholeDay);
        await Noon(0).Materialize(fixture.Host);
        await Noon(2).Materialize(fixture.Host);

        var changed = await Arrange(street, new { every = "Day", part = "Afternoon" }, Day(4));
        (changed.Status, changed.Version).ShouldBe((HttpStatusCode.OK, 2));
        (await Arrange(street, new { every = "Day", part = "Afternoon" }, Day(4))).Version.ShouldBe(2);
        await Noon(2).Materialize(fixture.Host);
        await Noon(2).Materialize(fixture.Host);

        var items = await Assignments(street);
        items.Count(item => item.GetProperty("status").GetString() == "Cancelled").ShouldBe(2 * 12, "from the fourth day on");
        var open = items.Where(item => item.GetProperty("status").GetString() == "Issued").ToList();
        open.Count.ShouldBe(2 * 15);
        open.Count(item => item.GetProperty("title").GetString()!.EndsWith("下午）", StringComparison.Ordinal)).ShouldBe(2 * 12);
    }

    [Fact]
    public async Task Stopped_it_asks_for_nothing_more_and_what_has_begun_is_owed_still()
    {
        var street = await AStreet.Create(fixture);
        await Arrange(street, WholeDay);
        await Noon(0).Materialize(fixture.Host);
        var stop = new { from = Day(1), reason = "工作结束" };
        (await street.Office.Post($"{street.Path}/recurrences/clean/stop", stop)).Status.ShouldBe(HttpStatusCode.OK);
        (await street.Office.Post($"{street.Path}/recurrences/clean/stop", stop)).Version.ShouldBe(2);
        await Noon(1).Materialize(fixture.Host);

        (await Assignments(street)).CountBy(item => item.GetProperty("status").GetString()!).OrderBy(status => status.Key)
            .ShouldBe([new("Cancelled", 24), new("Issued", 2)]);
        (await street.Office.Get($"{street.Path}/recurrences")).Items.Single().GetProperty("stoppedOn").GetString().ShouldBe(Day(1));
    }

    [Fact]
    public async Task A_unit_that_leaves_owes_nothing_after_its_last_day()
    {
        var street = await AStreet.Create(fixture);
        await Arrange(street, WholeDay);
        await Noon(0).Materialize(fixture.Host);
        var leaves = new { name = "环卫站", category = "机关部门", from = "2024-01-01", until = Day(3) };
        await street.Office.Put($"{street.Path}/units/{AStreet.Sanitation}", leaves);
        await Noon(0).Materialize(fixture.Host);

        (await street.Office.Get($"{street.Path}/assignments?unit={AStreet.Sanitation}&status=Issued&limit=500")).Items.Length.ShouldBe(3);
        (await street.Office.Get($"{street.Path}/assignments?unit={AStreet.CityManagement}&status=Issued&limit=500")).Items.Length.ShouldBe(
            13);
    }

    [Fact]
    public async Task What_passed_while_the_service_was_down_is_made_overdue_and_missed_once()
    {
        var street = await AStreet.Create(fixture);
        await Arrange(street, WholeDay);
        await Noon(0).Materialize(fixture.Host);
        await Noon(20).Materialize(fixture.Host);
        await Task.WhenAll(Noon(20).Look(fixture.Host), Noon(20).Look(fixture.Host));

        var items = await Assignments(street);
        items.Length.ShouldBe(2 * 33);
        var missed = items.Where(item => item.GetProperty("status").GetString() == "Missed").ToList();
        missed.Count.ShouldBe(2 * 19, "every day that is over");
        missed.ShouldAllBe(item => item.GetProperty("overdue").GetBoolean());
        foreach (var item in missed)
            (await History(street, item)).ShouldBe([typeof(AssignmentIssued), typeof(AssignmentBecameOverdue), typeof(OccurrenceMissed)]);
    }

    [Fact]
    public async Task A_unit_that_joins_late_is_not_asked_for_what_was_over()
    {
        var street = await AStreet.Create(fixture);
        await ArrangedTwentyDaysAgo(street);
        await Noon(0).Materialize(fixture.Host);
        await street.Office.Put(
            $"{street.Path}/units/U002", new { name = "万里社区", category = "居委会", community = "C2", from = "2024-01-01" });
        await Noon(0).Materialize(fixture.Host);

        (await street.Office.Get($"{street.Path}/assignments?unit={AStreet.Committee}&limit=500")).Items.Length.ShouldBe(
            20 + 14, "nobody had looked");
        (await street.Office.Get($"{street.Path}/assignments?unit=U002&limit=500")).Items.Length.ShouldBe(14, "from today on");
    }

    [Fact]
    public async Task The_occurrence_of_today_is_submitted_and_that_of_tomorrow_is_not()
    {
        var street = await AStreet.Create(fixture);
        await Arrange(street, WholeDay, from: Day(0));
        await Noon(0).Materialize(fixture.Host);
        using var officer = street.Officer(AStreet.Sanitation);
        var items = (await officer.Get($"{street.Path}/assignments")).Items;

        var path = $"{street.Path}/assignments/{items[0].GetProperty("id").GetGuid()}/submission";
        (await officer.Post(path, new { })).Rule.ShouldBe("record-missing");
        (await officer.Post(path, new { note = "已清扫" })).Status.ShouldBe(HttpStatusCode.OK);
        (await officer.Post($"{street.Path}/assignments/{items[1].GetProperty("id").GetGuid()}/submission", new { note = "已清扫" }))
            .Rule.ShouldBe("occurrence-not-started");
    }

    private Task ArrangedTwentyDaysAgo(AStreet street)
    {
        var from = Today.AddDays(-20);
        var terms = new RecurrenceTerms("责任路段清扫", new(Every.Day), from, AllCommunities: true);
        return fixture.Host.Get<IEventStore>().Append(
            [StreamAppend.To<Series>(
                Series.Stream(street.Code, AssignmentKind.Recurring, "clean"), 0,
                [NewEvent.Of(terms.Arranged("clean", 1, from, ChinaTime.StartOf(from)))])],
            EventMetadata.None, CancellationToken.None);
    }

    private static Task<Answer> Arrange(AStreet street, object rule, string? effective = null, string? from = null) =>
        street.Office.Put(
            $"{street.Path}/recurrences/clean{(effective is null ? "" : $"?effective={effective}")}",
            new { title = "责任路段清扫", rule, from = from ?? Day(1), units = new[] { AStreet.Sanitation, AStreet.CityManagement } });

    private async Task<IEnumerable<Type>> History(AStreet street, JsonElement assignment)
    {
        var stream = new StreamId(street.Code, assignment.GetProperty("id").GetGuid());
        return (await fixture.Host.Get<IEventStore>().Read(stream, CancellationToken.None)).Select(e => e.Data.GetType());
    }

    private static async Task<JsonElement[]> Assignments(AStreet street) =>
        (await street.Office.Get($"{street.Path}/assignments?limit=500")).Items;
}
