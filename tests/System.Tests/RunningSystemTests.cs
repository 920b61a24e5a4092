using System.Net;
using Campaign.Cli.Processes;
using Campaign.Cli.Running;
using Campaign.SystemTests.OldRelease;
using Campaign.Testing;

namespace Campaign.SystemTests;

[Collection(nameof(RestoredInstallation))]
public sealed class RunningSystemTests(RestoredInstallation system)
{
    [Fact]
    public async Task Every_service_is_ready()
    {
        var services = State.Resources.Where(resource => resource.Layer is Layer.Service).ToList();

        services.Select(service => service.Name).ShouldBe(["gateway", "inspections", "integration", "scoring", "tasks"], ignoreOrder: true);
        foreach (var service in services)
            (await Health(service)).ShouldBe(HttpStatusCode.OK, service.Name);
        (await system.Host.Run("status")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_second_up_says_where_the_first_one_is()
    {
        var (exitCode, words) = await system.Host.Run("up");

        exitCode.ShouldBe(0);
        words.ShouldContain(State.Gateway);
        State.Host.IsAlive.ShouldBeTrue();
    }

    [Fact]
    public async Task A_service_that_dies_is_started_again_where_it_was()
    {
        var before = Gateway();

        before.Process!.Value.Send(Signal.Kill);

        var after = await Eventually.Becomes(
            () => Task.FromResult(Gateway()), now => now is { Process: { } running, Address.Length: > 0 } && running != before.Process);
        after.Address.ShouldBe(before.Address);
        await Eventually.Holds(async () => await Health(after) is HttpStatusCode.OK);
    }

    [Fact]
    public async Task Without_its_broker_a_service_is_impaired_and_says_why()
    {
        State.Find("rabbitmq")!.Process!.Value.Send(Signal.Kill);

        var (exitCode, words) = await Eventually.Becomes(
            () => system.Host.Run("status"), status => status.Output.Contains("降级", StringComparison.Ordinal));
        exitCode.ShouldNotBe(0);
        words.ShouldContain("任务服务：rabbitmq");
        await Eventually.Becomes(() => system.Host.Run("status"), status => status.ExitCode == 0);
    }

    [Fact]
    public async Task Dead_letters_are_listed_and_an_unknown_queue_is_not_asked_for()
    {
        var (exitCode, words) = await system.Host.Run("dead-letters", "list");
        exitCode.ShouldBe(0, words);
        words.ShouldContain("scoring_error");
        (await system.Host.Run("dead-letters", "show", "scoring_error")).ExitCode.ShouldBe(0);
        (await system.Host.Run("dead-letters", "redrive", "scoring_error")).Output.ShouldContain("0 条");
        (await system.Host.Run("dead-letters", "show", "other_error")).ExitCode.ShouldNotBe(0);
    }

    private RunState State => system.Host.State.ShouldNotBeNull();

    private RunState.Resource Gateway() => State.Find("gateway").ShouldNotBeNull();

    private static async Task<HttpStatusCode?> Health(RunState.Resource service)
    {
        using var http = new HttpClient();
        try
        {
            using var answer = await http.GetAsync(new Uri(new Uri(service.Address), "health/ready"));
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
