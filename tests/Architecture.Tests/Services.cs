using System.Reflection;
using Campaign.EventStore;
using Campaign.Inspections;
using Campaign.Integration;
using Campaign.Scoring;
using Campaign.ServiceDefaults.Messaging;
using Campaign.Tasks;

namespace Campaign.Architecture.Tests;

/// <summary>The event-sourced services, as the tests of this project walk them.</summary>
internal sealed record Service(string Name, Assembly Assembly, EventTypes Events, IPublishedEvents Published)
{
    public static readonly IReadOnlyList<Service> All =
    [
        new("Tasks", typeof(TasksModule).Assembly, TasksModule.Events, new Campaign.Tasks.Integration.PublishedEvents()),
        new("Inspections", typeof(InspectionsModule).Assembly, InspectionsModule.Events, new Campaign.Inspections.Integration.PublishedEvents()),
        new("Scoring", typeof(ScoringModule).Assembly, ScoringModule.Events, new Campaign.Scoring.Integration.PublishedEvents()),
        new("Integration", typeof(IntegrationModule).Assembly, IntegrationModule.Events, new NothingPublished()),
    ];

    public static TheoryData<string> Names => [.. All.Select(s => s.Name)];

    public static Service Called(string name) => All.Single(s => s.Name == name);

    public IEnumerable<Type> Types => Assembly.GetTypes().Where(t => t is { IsAbstract: false, IsInterface: false });

    public IEnumerable<Type> Aggregates => Types.Where(t => t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IAggregate<>)));

    public IEnumerable<IProjection> Projections => Types.Where(t => t.IsAssignableTo(typeof(IProjection))).Select(t => (IProjection)Activator.CreateInstance(t)!);
}
