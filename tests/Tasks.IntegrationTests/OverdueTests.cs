using Campaign.EventStore;
using Campaign.Tasks.Assignments;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Campaign.Tasks.IntegrationTests;

public sealed class OverdueTests(TasksFixture fixture) : IClassFixture<TasksFixture>
{
    [Fact]
    public async Task Two_watches_find_the_same_deadline_and_note_it_once()
    {
        var street = await AStreet.Create(fixture);
        var due = TimeProvider.System.GetUtcNow().AddDays(1);
        var issued = await street.Office.Post($"{street.Path}/assignments", new { title = "PPT", unit = AStreet.HealthOffice, due });
        await using var second = fixture.Surroundings.Start<Program>("tasks");
        await second.Ready();

        var (one, two) = (Watch(fixture.Host.Get<IEventStore>()), Watch(second.Get<IEventStore>()));
        await Task.WhenAll(one.Sweep(CancellationToken.None), two.Sweep(CancellationToken.None));
        await one.Sweep(CancellationToken.None);

        var history = await fixture.Host.Get<IEventStore>().Read(new StreamId(street.Code, issued.Id), CancellationToken.None);
        history.Select(e => e.Data.GetType()).ShouldBe([typeof(AssignmentIssued), typeof(AssignmentBecameOverdue)]);
        (await street.Assignment(issued.Id)).Body.GetProperty("overdue").GetBoolean().ShouldBeTrue();
        (await street.Office.Get($"{street.Path}/assignments?overdue=true")).Items.Length.ShouldBe(1);
    }

    private OverdueWatch Watch(IEventStore store) =>
        new(fixture.Host.Get<AssignmentKinds>(), store, fixture.Host.Get<NpgsqlDataSource>(), new Ahead(days: 2),
            NullLogger<OverdueWatch>.Instance);
}
