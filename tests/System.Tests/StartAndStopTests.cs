using Campaign.Cli.Processes;
using Campaign.Testing;
using Dapper;

namespace Campaign.SystemTests;

/// <summary>The promises of `up` and `down`: all of it or nothing, and nothing but what was ours.</summary>
[Collection(nameof(OneSystemAtATime))]
public sealed class StartAndStopTests
{
    [Fact]
    public async Task Down_ends_a_system_in_the_foreground_and_leaves_its_data()
    {
        await using var host = new CampaignProcess();
        await host.StartUntil("./campaign down", "up");
        await using (var connection = host.Inside.Open("postgres"))
            await connection.ExecuteAsync("CREATE TABLE kept (word text); INSERT INTO kept VALUES ('still here')");

        await host.Down();

        host.State.ShouldBeNull();
        await NothingRuns(host);
        (await host.Run("status")).ExitCode.ShouldNotBe(0);
        await host.Up();
        await using (var connection = host.Inside.Open("postgres"))
            (await connection.ExecuteScalarAsync<string>("SELECT word FROM kept")).ShouldBe("still here");
    }

    [Fact]
    public async Task A_host_that_is_killed_takes_everything_with_it_and_can_be_started_again()
    {
        await using var host = new CampaignProcess();
        var state = await host.Up();

        state.Host.Send(Signal.Kill);

        await NothingRuns(host);
        (await host.Run("status")).ExitCode.ShouldNotBe(0);
        await host.Up();
    }

    [Fact]
    public async Task A_service_that_cannot_start_takes_everything_down_and_shows_its_log()
    {
        await using var host = new CampaignProcess();
        host.Environment["ConnectionStrings__scoring"] = "Host=127.0.0.1;Port=no number";

        var (exitCode, words) = await host.Run("up");

        exitCode.ShouldNotBe(0);
        words.ShouldContain("考评服务 启动失败");
        words.ShouldContain("no number");
        host.State.ShouldBeNull();
        await NothingRuns(host);
    }

    private static Task NothingRuns(CampaignProcess host) =>
        Eventually.Becomes(() => Task.FromResult(string.Join('\n', host.Descendants())), running => running.Length == 0);
}
