using System.Reflection;
using Campaign.EventStore;
using Campaign.Inspections;
using Campaign.Integration;
using Campaign.Integration.Feed;
using Campaign.Messaging;
using Campaign.Scoring;
using Campaign.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Campaign.Architecture.Tests;

/// <summary>The event-sourced services, as the tests of this project walk them.</summary>
internal sealed record Service(
    string Name, Assembly Assembly, EventTypes Events, IIntegrationEventMapper Published, Action<WebApplicationBuilder> Add,
    Action<WebApplication> Map)
{
    public static readonly IReadOnlyList<Service> All =
    [
        new(
            "Tasks", typeof(TasksModule).Assembly, TasksModule.Events, new Campaign.Tasks.Integration.IntegrationEventMapper(),
            TasksModule.AddTasks,
            TasksModule.MapTasks),
        new(
            "Inspections", typeof(InspectionsModule).Assembly, InspectionsModule.Events,
            new Campaign.Inspections.Integration.IntegrationEventMapper(), InspectionsModule.AddInspections,
            InspectionsModule.MapInspections),
        new(
            "Scoring", typeof(ScoringModule).Assembly, ScoringModule.Events, new Campaign.Scoring.Integration.IntegrationEventMapper(),
            ScoringModule.AddScoring,
            ScoringModule.MapScoring),
        new(
            "Integration", typeof(IntegrationModule).Assembly, IntegrationModule.Events, new NothingPublished(),
            IntegrationModule.AddIntegration,
            IntegrationModule.MapIntegration),
    ];

    public static TheoryData<string> Names => [.. All.Select(s => s.Name)];

    public static Service Called(string name) => All.Single(s => s.Name == name);

    /// <summary>As the service maps them; nothing is started and no engine asked.</summary>
    public IReadOnlyList<Endpoint> Endpoints()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration[$"ConnectionStrings:{Name.ToLowerInvariant()}"] = "Host=nowhere";
        builder.Configuration["ConnectionStrings:rabbitmq"] = "amqp://nowhere";
        Add(builder);
        using var app = builder.Build();
        Map(app);
        return [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints)];
    }

    public IEnumerable<Type> Types => Assembly.GetTypes().Where(t => t is { IsAbstract: false, IsInterface: false });

    public IEnumerable<Type> Aggregates =>
        Types.Where(t => t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IAggregate<>)));

    public IEnumerable<IProjection> Projections =>
        Types.Where(t => t.IsAssignableTo(typeof(IProjection))).Select(t => (IProjection)Activator.CreateInstance(t)!);
}
