using System.Net;
using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Deadlines;
using Campaign.Web;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Campaign.Tasks.IntegrationTests;

public sealed class DeadlineTests(TasksFixture fixture) : IClassFixture<TasksFixture>
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();
    private static readonly DateOnly Today = ChinaTime.DateOf(Now);

    [Fact]
    public async Task A_deadline_is_named_counted_or_a_moment_of_a_day()
    {
        var street = await AStreet.Create(fixture);
        (await DueOf(street, new { dueOn = new { day = Today.AddDays(5), moment = "24:00" } })).ShouldBe(ChinaTime.EndOf(Today.AddDays(5)));
        (await DueOf(street, new { dueOn = new { day = Today.AddDays(5), moment = "中午前" } }))
            .ShouldBe(ChinaTime.EndOf(Today.AddDays(5)).AddHours(-12));
        (await DueOf(street, new { term = new { clock = "NaturalDays", amount = 3 } })).ShouldBe(ChinaTime.EndOf(Today.AddDays(3)));

        (await Issue(street, new { })).Pointers.ShouldBe(["/due"]);
        (await Issue(street, new { due = Now.AddDays(1), term = new { clock = "NaturalDays", amount = 3 } })).Pointers.ShouldBe(["/due"]);
        (await Issue(street, new { term = new { clock = "NaturalDays", amount = 1.5 } })).Rule.ShouldBe("term-not-whole");
        (await Issue(street, new { term = new { clock = "NaturalDays", amount = 5000 } })).Pointers.ShouldBe(["/term/amount"]);
        (await Issue(street, new { dueOn = new { day = Today, moment = "晚上" } })).Pointers.ShouldBe(["/dueOn/moment"]);
        (await Issue(street, new { anchor = new { daysBefore = 3, durationDays = 5 } })).Rule.ShouldBe("evaluation-date-missing");
    }

    [Fact]
    public async Task A_unit_asks_for_more_time_and_the_office_refuses_and_grants_it_twice()
    {
        var street = await AStreet.Create(fixture);
        using var officer = street.Officer(AStreet.HealthOffice);
        var issued = await Issue(street, new { term = new { clock = "NaturalDays", amount = 3 } });
        var path = $"{street.Path}/assignments/{issued.Id}";

        await officer.Post($"{path}/extension-request", new { reason = "设备未到" });
        (await street.Office.Get($"{street.Path}/assignments?extensionRequest=Pending")).Items.Length.ShouldBe(1);
        await street.Office.Post($"{path}/extension-refusal", new { reason = "工期足够" });
        (await street.Assignment(issued.Id)).Text("extensionRequest").ShouldBe("Refused");

        var current = (await street.Assignment(issued.Id)).Body.GetProperty("due").GetDateTimeOffset();
        for (var again = 0; again < 2; again++) (
            await street.Office.Post($"{path}/extension", new { reason = "连续降雨", current })).Version.ShouldBe(4);
        await street.Office.Post($"{path}/extension", new { reason = "连续降雨" });
        (await street.Office.Post($"{path}/extension", new { reason = "连续降雨" })).Rule.ShouldBe("extensions-used-up");

        var extended = await street.Assignment(issued.Id);
        (extended.Body.GetProperty("due").GetDateTimeOffset(), extended.Body.GetProperty("extensions").GetInt32())
            .ShouldBe((ChinaTime.EndOf(Today.AddDays(9)), 2));
    }

    [Fact]
    public async Task Two_watches_end_a_suspension_once()
    {
        var street = await AStreet.Create(fixture);
        var issued = await Issue(street, new { due = Now.AddDays(3) });
        var path = $"{street.Path}/assignments/{issued.Id}";
        await street.Office.Post($"{path}/suspension", new { until = Now.AddDays(4), reason = "等待管网改造" });
        (await street.Office.Get($"{street.Path}/assignments?suspended=true")).Items.Length.ShouldBe(1);
        (await street.Office.Post($"{path}/extension", new { reason = "连续降雨" })).Rule.ShouldBe("suspended-not-extended");
        await using var second = fixture.Surroundings.Start<Program>("tasks");
        await second.Ready();

        await Late(fixture.Host.Get<IEventStore>(), days: 4).Sweep(CancellationToken.None);
        var (one, two) = (Ended(fixture.Host.Get<IEventStore>()), Ended(second.Get<IEventStore>()));
        await Task.WhenAll(one.Sweep(CancellationToken.None), two.Sweep(CancellationToken.None));
        await one.Sweep(CancellationToken.None);

        (await History(street, issued.Id)).ShouldBe([typeof(AssignmentIssued), typeof(ClockSuspended), typeof(ClockResumed)]);
        (await street.Assignment(issued.Id)).Body.TryGetProperty("suspendedUntil", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_suspension_resumed_by_hand_gives_the_rest_back()
    {
        var street = await AStreet.Create(fixture);
        var issued = await Issue(street, new { term = new { clock = "NaturalDays", amount = 3 } });
        var path = $"{street.Path}/assignments/{issued.Id}";
        await street.Office.Post($"{path}/suspension", new { until = Now.AddDays(30), reason = "等待管网改造" });
        (await street.Assignment(issued.Id)).Body.GetProperty("due").GetDateTimeOffset().ShouldBeGreaterThan(Now.AddDays(32));
        (await street.Office.Post($"{path}/resumption", new { reason = "提前完成" })).Status.ShouldBe(HttpStatusCode.OK);
        (await street.Assignment(issued.Id)).Body.GetProperty("due").GetDateTimeOffset().ShouldBe(ChinaTime.EndOf(Today.AddDays(3)));
    }

    [Fact]
    public async Task What_is_overdue_is_pressed_and_an_upheld_appeal_takes_it_out_of_the_statistics()
    {
        var street = await AStreet.Create(fixture);
        using var officer = street.Officer(AStreet.HealthOffice);
        var issued = await Issue(street, new { due = Now.AddDays(1) });
        var path = $"{street.Path}/assignments/{issued.Id}";
        (await street.Office.Post($"{path}/supervision", new { reason = "未动" })).Rule.ShouldBe("not-overdue");
        await Late(fixture.Host.Get<IEventStore>(), days: 2).Sweep(CancellationToken.None);

        await street.Office.Post($"{path}/supervision", new { reason = "未动" });
        (await street.Office.Post($"{path}/supervision", new { reason = "仍未动" })).Version.ShouldBe(3);
        await officer.Post($"{path}/overdue-appeal", new { reason = "停水两天" });
        (await street.Office.Get($"{street.Path}/assignments?appeal=Pending&overdue=true")).Items.Length.ShouldBe(1);
        await street.Office.Post($"{path}/overdue-appeal/decision", new { upheld = true, reason = "属实" });

        var row = (await street.Assignment(issued.Id)).Body;
        (row.GetProperty("overdue").GetBoolean(), row.GetProperty("overdueWaived").GetBoolean(), row.GetProperty("supervised").GetBoolean())
            .ShouldBe((true, true, true));
        var explained = await officer.Get($"{path}/deadline");
        explained.Body.GetProperty("steps").EnumerateArray().Last().GetProperty("kind").GetString().ShouldBe("Waived");
    }

    [Fact]
    public async Task Only_who_sees_an_assignment_sees_how_its_deadline_was_counted()
    {
        var street = await AStreet.Create(fixture);
        using var other = street.Officer(AStreet.Sanitation);
        var issued = await Issue(street, new { due = Now.AddDays(1) });
        (await other.Get($"{street.Path}/assignments/{issued.Id}/deadline")).Rule.ShouldBe("assignment-not-found");
    }

    private static async Task<DateTimeOffset> DueOf(AStreet street, object deadline) =>
        (await street.Assignment((await Issue(street, deadline)).Id)).Body.GetProperty("due").GetDateTimeOffset();

    private static Task<Answer> Issue(AStreet street, object deadline) =>
        street.Office.Post($"{street.Path}/assignments", AnAssignment.With(deadline));

    private async Task<IEnumerable<Type>> History(AStreet street, Guid id) =>
        (await fixture.Host.Get<IEventStore>().Read(new StreamId(street.Code, id), CancellationToken.None)).Select(e => e.Data.GetType());

    private OverdueWatch Late(IEventStore store, int days) =>
        new(fixture.Host.Get<AssignmentKinds>(), store, fixture.Host.Get<NpgsqlDataSource>(), new Ahead(days),
            NullLogger<OverdueWatch>.Instance);

    private SuspensionWatch Ended(IEventStore store) =>
        new(store, fixture.Host.Get<NpgsqlDataSource>(), new Ahead(days: 5), NullLogger<SuspensionWatch>.Instance);
}
