using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Countdown;
using Campaign.Tasks.DueDates;
using Campaign.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace Campaign.Tasks.IntegrationTests;

public sealed class CountdownTests(TasksFixture fixture) : IClassFixture<TasksFixture>
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();
    private static readonly DateOnly Date = ChinaTime.DateOf(Now).AddDays(40);

    [Fact]
    public async Task Moving_the_date_shows_the_difference_first_and_then_moves_what_is_open()
    {
        var street = await AStreet.Create(fixture);
        await Set(street, Date);
        var near = await Issue(street, daysBefore: 2, durationDays: 3);
        var far = await Issue(street, daysBefore: 30, durationDays: 3);
        var done = await Issue(street, daysBefore: 5, durationDays: 3);
        await street.Office.Post($"{street.Path}/assignments/{done}/cancellation", new { reason = "取消" });

        var preview = await Set(street, Date.AddDays(-35), "?dryRun=true");
        (preview.Body.GetProperty("moved").GetInt32(), preview.Body.GetProperty("past").GetInt32(),
            preview.Body.GetProperty("taken").GetBoolean())
            .ShouldBe((2, 1, false));
        var move = preview.Body.GetProperty("moves")[1];
        move.GetProperty("assignmentId").GetGuid().ShouldBe(near);
        move.GetProperty("from").GetDateTimeOffset().ShouldBe(ChinaTime.EndOf(Date.AddDays(-2)));
        move.GetProperty("to").GetDateTimeOffset().ShouldBe(ChinaTime.EndOf(Date.AddDays(-37)));
        (await DueOf(street, near)).ShouldBe(ChinaTime.EndOf(Date.AddDays(-2)));

        (await Set(street, Date.AddDays(-35))).Body.GetProperty("taken").GetBoolean().ShouldBeTrue();
        (await Set(street, Date.AddDays(-35))).Body.GetProperty("moved").GetInt32().ShouldBe(0);
        (await DueOf(street, near)).ShouldBe(ChinaTime.EndOf(Date.AddDays(-37)));
        (await DueOf(street, far)).ShouldBe(ChinaTime.EndOf(Date.AddDays(-65)));
        (await DueOf(street, done)).ShouldBe(ChinaTime.EndOf(Date.AddDays(-5)));
        (await History(street, near)).ShouldBe([typeof(AssignmentIssued), typeof(DeadlineMoved)]);
    }

    [Fact]
    public async Task The_countdown_lists_what_is_open_backwards_with_a_red_list_that_agrees()
    {
        var street = await AStreet.Create(fixture);
        await Set(street, Date);
        var late = await Issue(street, daysBefore: 1, durationDays: 300);
        var begun = await Issue(street, daysBefore: 3, durationDays: 300);
        await street.Office.Post($"{street.Path}/assignments/{begun}/acknowledgement", new { });
        var calm = await Issue(street, daysBefore: 5, durationDays: 1);
        var named = (await street.Office.Post($"{street.Path}/assignments", AnAssignment.With(new { due = Now.AddDays(2) }))).Id;

        var first = await street.Office.Get($"{street.Path}/countdown?limit=3");
        var second = await street.Office.Get($"{street.Path}/countdown?limit=3&after={first.Text("next")}");
        first.Items.Concat(second.Items).Select(item => item.GetProperty("assignmentId").GetGuid()).ShouldBe([late, begun, calm, named]);
        (first.Items[0].GetProperty("daysBefore").GetInt32(), first.Items[0].GetProperty("daysLeft").GetInt32()).ShouldBe((1, 39));
        first.Items[0].GetProperty("latestStart").GetDateTimeOffset().ShouldBeLessThan(Now);

        var red = await street.Office.Get($"{street.Path}/countdown?red=true");
        red.Items.Select(item => item.GetProperty("assignmentId").GetGuid()).ShouldBe([late]);
        (await street.Office.Get($"{street.Path}/countdown?red=false")).Items.Length.ShouldBe(3);
        var counts = (await street.Office.Get($"{street.Path}/evaluation-date")).Body;
        (counts.GetProperty("daysLeft").GetInt32(), counts.GetProperty("open").GetInt32(), counts.GetProperty("red").GetInt32())
            .ShouldBe((40, 4, 1));

        using var other = street.Officer(AStreet.Sanitation);
        (await other.Get($"{street.Path}/countdown")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_left_behind_is_moved_by_the_watch_once()
    {
        var street = await AStreet.Create(fixture);
        await Set(street, Date);
        var store = fixture.Host.Get<IEventStore>();
        var stream = Assignment.Stream(street.Code, Guid.CreateVersion7());
        var old = new Anchor(2, 3, Date.AddDays(7));
        var issued = new AssignmentIssued(AssignmentKind.OneOff, "点位讲解词", AStreet.HealthOffice, old.Due, null, Now, Anchor: old);
        await store.Append([StreamAppend.To(stream, 0, [NewEvent.Of(issued)])], EventMetadata.None, CancellationToken.None);

        var watch = new AnchorWatch(fixture.Host.Get<DeadlineMover>(), TimeProvider.System, NullLogger<AnchorWatch>.Instance);
        await Task.WhenAll(watch.Sweep(CancellationToken.None), watch.Sweep(CancellationToken.None));
        await watch.Sweep(CancellationToken.None);
        (await History(street, stream.Id)).ShouldBe([typeof(AssignmentIssued), typeof(DeadlineMoved)]);
        (await DueOf(street, stream.Id)).ShouldBe(ChinaTime.EndOf(Date.AddDays(-2)));
    }

    [Fact]
    public async Task A_street_without_a_date_has_a_countdown_all_the_same()
    {
        var street = await AStreet.Create(fixture);
        await street.Office.Post($"{street.Path}/assignments", AnAssignment.With(new { due = Now.AddDays(2) }));
        var row = (await street.Office.Get($"{street.Path}/countdown")).Items.ShouldHaveSingleItem();
        row.TryGetProperty("daysBefore", out _).ShouldBeFalse();
        (await Set(street, ChinaTime.DateOf(Now).AddDays(-1))).Rule.ShouldBe("evaluation-date-past");
    }

    private static Task<Answer> Set(AStreet street, DateOnly date, string query = "") =>
        street.Office.Put($"{street.Path}/evaluation-date{query}", new { date, reason = "正式通知" });

    private static async Task<Guid> Issue(AStreet street, int daysBefore, int durationDays) =>
        (await street.Office.Post($"{street.Path}/assignments", AnAssignment.With(new { anchor = new { daysBefore, durationDays } }))).Id;

    private static async Task<DateTimeOffset> DueOf(AStreet street, Guid id) =>
        (await street.Assignment(id)).Body.GetProperty("due").GetDateTimeOffset();

    private async Task<IEnumerable<Type>> History(AStreet street, Guid id) =>
        (await fixture.Host.Get<IEventStore>().Read(new StreamId(street.Code, id), CancellationToken.None)).Select(e => e.Data.GetType());
}
