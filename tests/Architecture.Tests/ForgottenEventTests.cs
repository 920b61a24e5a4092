using Campaign.EventStore;
using Campaign.Testing;

namespace Campaign.Architecture.Tests;

/// <summary>An event that nobody folds, projects or registers was forgotten, unless it stands here with a reason.</summary>
public sealed class ForgottenEventTests
{
    /// <summary>No decision asks for these: they are facts for readers.</summary>
    private static readonly string[] NotFolded =
    [
        "DutyShortStaffed", // stands beside the submission, for whoever reviews
        "CaseNumberTaken", // the register's version is the last number
    ];

    /// <summary>No read model shows these.</summary>
    private static readonly string[] NotProjected =
    [
        "ResponsibilityMapDrawn", // read from its stream, whole
        "CensusTradesSet", "HeadingWordsSet", "HeadingWordsNoted", "FindingCategoriesNoted", // likewise
        "NameTaken", // holds a name while it is given; entries are shown with their names
        "AppealTermSet", "AwardSchemeSet", "GuarantorsLinked", "DepartmentsSet", // read from their streams, whole
        "WeekNoticeNumbered", // the notice itself, in the stream of its week, says its number
    ];

    /// <summary>These count events of every kind and show none.</summary>
    private static readonly string[] CountOnly = ["StreetChangeProjection"];

    public static TheoryData<string> Services => Service.Names;

    [Theory, MemberData(nameof(Services))]
    public void Every_event_changes_the_state_of_an_aggregate(string name)
    {
        var service = Service.Called(name);
        var forgotten = service.Events.ByName.Values.Where(
            type => !service.Aggregates.Any(aggregate => Evolves(aggregate, Samples.Of(type))));

        forgotten.Select(t => t.Name).ShouldBe(NotFolded.Where(n => service.Events.ByName.Values.Any(t => t.Name == n)), ignoreOrder: true);
    }

    [Theory, MemberData(nameof(Services))]
    public void Every_event_reaches_a_read_model(string name)
    {
        var service = Service.Called(name);
        var projections = service.Projections.Where(projection => !CountOnly.Contains(projection.GetType().Name)).ToList();
        var forgotten = service.Events.ByName.Values.Where(
            type => !projections.Exists(projection => Projects(projection, Samples.Of(type))));

        forgotten.Select(t => t.Name)
            .ShouldBe(NotProjected.Where(n => service.Events.ByName.Values.Any(t => t.Name == n)), ignoreOrder: true);
    }

    [Theory, MemberData(nameof(Services))]
    public void Every_event_survives_its_json(string name)
    {
        var events = Service.Called(name).Events;
        foreach (var (stored, type) in events.ByName)
        {
            var json = events.Write(Samples.Of(type));
            events.Write(events.Read(stored, System.Text.Encoding.UTF8.GetBytes(json))).ShouldBe(json, stored);
        }
    }

    private static bool Evolves(Type aggregate, object @event)
    {
        var initial = aggregate.GetProperty("Initial")!.GetValue(null)!;
        var evolve = typeof(IAggregate<>).MakeGenericType(aggregate).GetMethod("Evolve")!;
        return !ReferenceEquals(evolve.Invoke(initial, [@event]), initial);
    }

    private static bool Projects(IProjection projection, object @event)
    {
        var sql = new SqlBatch();
        projection.Project(
            new RecordedEvent(new StreamId("990101001", Guid.Empty), 1, Guid.Empty, @event, EventMetadata.None, 1, default), sql);
        return sql.Statements.Count > 0;
    }
}
