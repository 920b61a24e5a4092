using System.Text.Json;
using Campaign.EventStore;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Organisation;
using Campaign.Testing;
using Campaign.Web;

namespace Campaign.Tasks.IntegrationTests;

/// <summary>The counts of the morning agree with the lists they lead to.</summary>
public sealed class SummaryTests(TasksFixture fixture) : IClassFixture<TasksFixture>
{
    private static readonly string[] Singles = ["dueToday", "overdue", "waitingForMyReview", "waitingForAcknowledgement", "open"];
    private static readonly string[] Groups = ["byUnit", "byAction", "byPhase", "byKind"];

    [Theory]
    [InlineData(Role.StreetOffice, null)]
    [InlineData(Role.StreetOffice, AStreet.Sanitation)]
    [InlineData(Role.GuarantorLeader, null)]
    [InlineData(Role.UnitOfficer, AStreet.Sanitation)]
    public async Task Every_count_is_the_number_of_rows_of_its_list(Role role, string? unit)
    {
        var street = await Busy(seed: 7);
        using var caller = fixture.Client(role, street.Code, unit);

        var summary = (await caller.Get($"{street.Path}/assignments/summary")).Body;
        var groups = Groups.ToDictionary(name => name, name => summary.GetProperty(name).EnumerateArray().ToArray());
        foreach (var count in Singles.Select(summary.GetProperty).Concat(groups.Values.SelectMany(group => group)))
        {
            var rows = await caller.All($"{count.GetProperty("href").GetString()}&limit=7");
            rows.Count.ShouldBe(CountOf(count), count.ToString());
            CountOf(count).ShouldBeGreaterThanOrEqualTo(role is Role.StreetOffice ? 1 : 0, count.ToString());
        }

        var open = CountOf(summary.GetProperty("open"));
        (groups["byUnit"].Sum(CountOf), groups["byKind"].Sum(CountOf)).ShouldBe((open, open));
        groups["byAction"].Sum(CountOf).ShouldBe(groups["byPhase"].Sum(CountOf));
        groups["byUnit"].Select(count => count.GetProperty("label").GetString()).ShouldBeSubsetOf(["广场社区", "城管中队", "环卫站", "爱卫办"]);
    }

    [Theory]
    [InlineData(Role.StreetOffice, null)]
    [InlineData(Role.StreetOffice, AStreet.Sanitation)]
    [InlineData(Role.GuarantorLeader, null)]
    [InlineData(Role.GuarantorLeader, AStreet.Committee)]
    public async Task What_waits_for_a_review_is_exactly_what_this_reviewer_may_judge(Role role, string? unit)
    {
        var street = await Busy(seed: 11);
        using var client = fixture.Client(role, street.Code, unit);
        var waiting = (await client.All($"{street.Path}/assignments?waitingForMyReview=true&limit=500")).Select(Id).ToHashSet();
        var reviewer = await Reviewer.Of(
            street.Code, TestIdentity.Caller(role, street.Code, unit), TimeProvider.System.GetUtcNow(),
            fixture.Host.Get<AssignmentKinds>(), fixture.Host.Get<OrganisationLookup>(), CancellationToken.None);

        var judged = new HashSet<Guid>();
        foreach (var row in await street.Office.All($"{street.Path}/assignments?status=Submitted&limit=500"))
        {
            var (assignment, _) = await fixture.Host.Get<IEventStore>()
                .Load(Assignment.Stream(street.Code, Id(row)), CancellationToken.None);
            if (reviewer.RefusedBy(assignment) is null) judged.Add(Id(row));
        }
        waiting.ShouldNotBeEmpty();
        waiting.ShouldBe(judged, ignoreOrder: true);
    }

    [Fact]
    public async Task A_deadline_at_24_00_belongs_to_the_day_that_ends()
    {
        var street = await AStreet.Create(fixture);
        await street.Office.Post(
            $"{street.Path}/assignments", new { title = "PPT", unit = AStreet.HealthOffice, due = "2099-09-06T00:00:00+08:00" });
        (await street.Office.All($"{street.Path}/assignments?dueFrom=2099-09-05&dueTo=2099-09-05")).Count.ShouldBe(1);
        (await street.Office.All($"{street.Path}/assignments?dueFrom=2099-09-06")).ShouldBeEmpty();
        (await street.Office.All($"{street.Path}/assignments?dueTo=2099-09-04")).ShouldBeEmpty();
        (await street.Office.Get($"{street.Path}/assignments?dueFrom=0001-01-01&dueTo=9999-12-31")).Pointers.ShouldBe(
            ["/dueFrom", "/dueTo"]);
    }

    /// <summary>A street in the middle of its work; whoever asks as guarantor leader holds P01.</summary>
    private async Task<AStreet> Busy(int seed)
    {
        var street = await AStreet.Create(fixture);
        var holder = TestIdentity.Caller(Role.GuarantorLeader, street.Code).Id;
        await street.Office.Put($"{street.Path}/posts/P01", new { title = "党工委副书记", role = "Guarantor", holder });
        await GeneratedAssignments.Append(fixture.Host.Get<IEventStore>(), street.Code, seed);
        return street;
    }

    private static Guid Id(JsonElement row) => row.GetProperty("id").GetGuid();

    private static int CountOf(JsonElement count) => count.GetProperty("count").GetInt32();
}
