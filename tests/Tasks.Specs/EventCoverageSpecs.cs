using Campaign.EventStore;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Organisation;
using Campaign.Tasks.Plans;
using Campaign.Tasks.Responsibility;
using Campaign.Testing;

namespace Campaign.Tasks.Specs;

/// <summary>No event is written that nobody reads.</summary>
public sealed class EventCoverageSpecs
{
    /// <summary>Read from the stream itself; it has no table.</summary>
    private static readonly Type[] WithoutRow = [typeof(ResponsibilityMapDrawn)];

    private static readonly IProjection[] Projections = [new OrganisationProjection(), new PlanListProjection(), new AssignmentListProjection()];

    public static TheoryData<string> Names => [.. TasksModule.Events.ByName.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_event_moves_the_state_of_its_aggregate(string name)
    {
        var @event = Samples.Of(TasksModule.Events.ByName[name]);
        bool[] moved =
        [
            Moves<Assignment>(@event), Moves<ResponsibilityMap>(@event), Moves<Plan>(@event), Moves<Organisation.Street>(@event),
            Moves<Community>(@event), Moves<Organisation.Unit>(@event), Moves<Post>(@event),
        ];
        moved.Count(did => did).ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_event_reaches_a_row(string name)
    {
        var type = TasksModule.Events.ByName[name];
        var sql = new SqlBatch();
        var @event = new StreamEvent(new StreamId("990101001", Guid.NewGuid()), 1, Guid.NewGuid(), Samples.Of(type), EventMetadata.None);
        foreach (var projection in Projections) projection.Project(@event, sql);
        sql.Statements.Any().ShouldBe(!WithoutRow.Contains(type));
    }

    private static bool Moves<T>(object @event) where T : class, IAggregate<T> => !ReferenceEquals(T.Initial.Evolve(@event), T.Initial);
}
