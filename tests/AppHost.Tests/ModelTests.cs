using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Campaign.AppHost.Operations;
using Campaign.AppHost.Running;
using Campaign.Cli;
using Campaign.Cli.Running;
using Campaign.Cli.Services;

namespace Campaign.AppHost.Tests;

public sealed class ModelTests : IDisposable
{
    private readonly TemporaryData place = new();

    [Fact]
    public async Task Every_service_runs_its_built_assembly_and_is_asked_whether_it_is_ready()
    {
        var picture = await Picture.Of(place, "Engines=local");

        foreach (var project in ServiceProject.All)
        {
            var service = Service(picture, project);
            service.Title().ShouldBe(new TitleAnnotation(project.Title, Layer.Service));
            service.Annotations.OfType<ExecutableAnnotation>().Last().Command.ShouldBe(Checkout.DotNet);
            service.Annotations.OfType<HealthCheckAnnotation>().ShouldNotBeEmpty();
            service.GetEndpoint("http").EndpointAnnotation.IsProxied.ShouldBeFalse();
            File.Exists(Checkout.Current.Program(project.Project, project.Assembly)).ShouldBeTrue();
        }

        picture.Resources.Select(resource => resource.Name).ShouldNotContain(name => name.EndsWith("-rebuilder"));
    }

    [Fact]
    public async Task Every_service_waits_for_its_own_database_and_those_behind_the_gateway_for_the_broker()
    {
        var picture = await Picture.Of(place, "Engines=local");

        foreach (var project in ServiceProject.All)
        {
            var awaited = Service(picture, project).Annotations.OfType<WaitAnnotation>().Select(wait => wait.Resource.Name);
            // Who waits for a database waits for its server.
            awaited.ShouldBe(project == ServiceProject.Gateway
                ? ["postgres", $"{project.Name}-db"]
                : ["postgres", $"{project.Name}-db", "rabbitmq"], ignoreOrder: true);
        }
    }

    [Fact]
    public async Task Several_instances_share_one_address()
    {
        var picture = await Picture.Of(place, "Engines=local", "Scoring:Instances=2");

        var scoring = Service(picture, ServiceProject.Scoring);
        scoring.GetReplicaCount().ShouldBe(2);
        scoring.GetEndpoint("http").EndpointAnnotation.IsProxied.ShouldBeTrue();
        Service(picture, ServiceProject.Tasks).GetReplicaCount().ShouldBe(1);
    }

    [Fact]
    public async Task The_gateway_listens_on_the_port_that_is_named()
    {
        var picture = await Picture.Of(place, "Engines=local", "Gateway:Port=18123");

        Service(picture, ServiceProject.Gateway).GetEndpoint("http").EndpointAnnotation.Port.ShouldBe(18123);
    }

    [Fact]
    public async Task Operations_are_where_a_person_looks_for_them()
    {
        var picture = await Picture.Of(place, "Engines=local");

        CommandsOf(picture, "postgres").ShouldBe([(BackupOperations.BackUp, "备份"), (BackupOperations.Restore, "恢复")]);
        CommandsOf(picture, "gateway").ShouldBe([(ServiceOperations.FirstAdministrator, "一次性管理员链接")]);
        foreach (var project in ServiceProject.BehindGateway)
            CommandsOf(picture, project.Name).ShouldBe([(ServiceOperations.Rebuild, "重建查询表"), (ServiceOperations.Redrive, "死信重投")]);
    }

    [Fact]
    public async Task Tools_start_only_when_somebody_starts_them()
    {
        var picture = await Picture.Of(place, "Engines=local");

        var tools = picture.Resources.Where(resource => resource.Title() is { Layer: Layer.Tool }).ToList();
        tools.Select(tool => tool.Name).ShouldBe(["demo", "bench", "chaos"]);
        tools.ShouldAllBe(tool => tool.Annotations.OfType<ExplicitStartupAnnotation>().Any());
    }

    public void Dispose() => place.Dispose();

    private static ProjectResource Service(IDistributedApplicationTestingBuilder picture, ServiceProject project) =>
        picture.Resources.OfType<ProjectResource>().Single(resource => resource.Name == project.Name);

    private static IEnumerable<(string, string)> CommandsOf(IDistributedApplicationTestingBuilder picture, string name) =>
        picture.Resources.Single(resource => resource.Name == name).Annotations.OfType<ResourceCommandAnnotation>()
            .Select(command => (command.Name, command.DisplayName));
}
