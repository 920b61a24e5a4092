using System.Net;
using Campaign.LocalHost.Processes;
using Campaign.LocalHost.Running;
using Campaign.Testing;
using Npgsql;

namespace Campaign.SystemTests;

/// <summary>The promises of `up` and `down`: all of it or nothing, and nothing but what was ours.</summary>
public sealed class StartAndStopTests
{
    private const string GreetingEnds = "按 Ctrl+C 停止";

    [Fact]
    public async Task Up_brings_every_part_to_health_and_down_leaves_the_data_only()
    {
        await using var host = new LocalHostProcess();
        await host.StartUntil(GreetingEnds, "up");
        var first = host.State.ShouldNotBeNull();
        first.Parts.Select(part => part.Name).ShouldBe(
            ["epmd", "postgres", "rabbitmq", "gateway", "inspections", "integration", "scoring", "tasks"], ignoreOrder: true);
        foreach (var service in first.Parts.Where(part => part.Layer is Layer.Service))
            (await HealthOf(service)).ShouldBe(HttpStatusCode.OK, service.Name);
        (await host.Run("status")).ExitCode.ShouldBe(0);
        await Write(host, "CREATE TABLE kept (word text); INSERT INTO kept VALUES ('still here')");

        (await host.Run("down")).ExitCode.ShouldBe(0);
        AllGone(first);
        host.State.ShouldBeNull();
        (await host.Run("status")).ExitCode.ShouldNotBe(0);

        (await host.Run("up", "--detach")).ExitCode.ShouldBe(0);
        var second = host.State.ShouldNotBeNull();
        (await Read(host, "SELECT word FROM kept")).ShouldBe("still here");
        (await host.Run("down")).ExitCode.ShouldBe(0);
        host.Descendants().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_second_up_says_where_the_first_one_is()
    {
        await using var host = new LocalHostProcess();
        await host.Run("up", "--detach");
        var first = host.State.ShouldNotBeNull();

        var (exitCode, words) = await host.Run("up");

        exitCode.ShouldBe(0);
        words.ShouldContain(first.AddressOf("gateway"));
        host.State.ShouldNotBeNull().Host.ShouldBe(first.Host);
        first.Parts.ShouldAllBe(part => part.Process.IsAlive);
    }

    [Fact]
    public async Task What_a_killed_host_left_running_is_ended_by_down()
    {
        await using var host = new LocalHostProcess();
        await host.Run("up", "--detach");
        var state = host.State.ShouldNotBeNull();
        state.Host.Send(Signal.Kill);
        (await Shutdown.Ends(state.Host, TimeSpan.FromSeconds(30))).ShouldBeTrue();
        state.Parts.ShouldAllBe(part => part.Process.IsAlive);

        (await host.Run("status")).ExitCode.ShouldNotBe(0);
        (await host.Run("down")).ExitCode.ShouldBe(0);

        AllGone(state);
        host.State.ShouldBeNull();
    }

    [Fact]
    public async Task A_service_that_cannot_start_takes_everything_down_and_shows_its_log()
    {
        await using var host = new LocalHostProcess();
        host.Environment["Kestrel__Endpoints__Broken__Url"] = "no address";

        var (exitCode, words) = await host.Run("up");

        exitCode.ShouldNotBe(0);
        words.ShouldContain("启动失败");
        words.ShouldContain("no address");
        host.State.ShouldBeNull();
        host.Descendants().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_service_that_dies_is_started_again()
    {
        await using var host = new LocalHostProcess();
        await host.Run("up", "--detach");
        var before = Gateway(host);

        before.Process.Send(Signal.Kill);

        await Eventually.Becomes(() => Task.FromResult(Gateway(host).Process), process => process.IsAlive && process != before.Process);
    }

    private static RunState.Entry Gateway(LocalHostProcess host) =>
        host.State.ShouldNotBeNull().Parts.Single(part => part.Name is "gateway");

    private static void AllGone(RunState state)
    {
        state.Host.IsAlive.ShouldBeFalse();
        state.Parts.ShouldAllBe(part => !part.Process.IsAlive);
    }

    private static async Task<HttpStatusCode> HealthOf(RunState.Entry service)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(new Uri(service.Address), "health/ready"));
        return answer.StatusCode;
    }

    private static async Task Write(LocalHostProcess host, string sql)
    {
        await using var source = NpgsqlDataSource.Create(host.PostgresAdmin);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<object?> Read(LocalHostProcess host, string sql)
    {
        await using var source = NpgsqlDataSource.Create(host.PostgresAdmin);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
