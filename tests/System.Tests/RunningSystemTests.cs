using System.Net;
using Campaign.LocalHost.Processes;
using Campaign.LocalHost.Running;
using Campaign.Testing;

namespace Campaign.SystemTests;

[Collection(nameof(OneSystemAtATime))]
public sealed class RunningSystemTests(RunningSystem system) : IClassFixture<RunningSystem>
{
    [Fact]
    public async Task Every_service_is_ready()
    {
        var services = system.State.Parts.Where(part => part.Layer is Layer.Service).ToList();

        services.Select(part => part.Name).ShouldBe(["gateway", "inspections", "integration", "scoring", "tasks"], ignoreOrder: true);
        foreach (var service in services)
            (await Health(service)).ShouldBe(HttpStatusCode.OK, service.Name);
        (await system.Host.Run("status")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_second_up_says_where_the_first_one_is()
    {
        var (exitCode, words) = await system.Host.Run("up");

        exitCode.ShouldBe(0);
        words.ShouldContain(system.State.AddressOf("gateway"));
        system.State.Host.IsAlive.ShouldBeTrue();
    }

    [Fact]
    public async Task A_service_that_dies_is_started_again_where_it_was()
    {
        var before = Gateway();

        before.Process.Send(Signal.Kill);

        var after = await Eventually.Becomes(() => Task.FromResult(Gateway()), now => now.Process != before.Process);
        after.Address.ShouldBe(before.Address);
        await Eventually.Holds(async () => await Health(after) is HttpStatusCode.OK);
    }

    private RunState.Entry Gateway() => system.State.Parts.Single(part => part.Name is "gateway");

    private static async Task<HttpStatusCode?> Health(RunState.Entry service)
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
