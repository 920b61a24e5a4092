using Campaign.Cli.Processes;
using Campaign.Testing;
using Dapper;

namespace Campaign.SystemTests;

/// <summary>The promises of `up` and `down`: all of it or nothing, and nothing but what was ours.</summary>
[Collection(nameof(OneSystemAtATime))]
public sealed class StartAndStopTests
{
    [Fact]
    public async Task A_system_that_was_killed_is_started_again_with_its_data_and_down_ends_it_in_order()
    {
        await using var host = new CampaignProcess();
        var killed = await host.Up();
        await Write(host);
        killed.Host.Send(Signal.Kill);
        await NothingRuns(host);
        (await host.Run("status")).ExitCode.ShouldNotBe(0);

        await host.StartUntil("✓ PostgreSQL", "up");
        // Somebody else starts it as well: he is told when there is something to be told.
        var (exitCode, words) = await host.Run("up");
        (exitCode, host.State!.Ready).ShouldBe((0, true), words);
        words.ShouldContain(host.State.Gateway);
        (await Word(host)).ShouldBe("still here");
        var running = host.State.ShouldNotBeNull().Resources.Select(resource => resource.Process).OfType<ProcessIdentity>().ToList();
        running.Count.ShouldBeGreaterThanOrEqualTo(8);

        await host.Down();

        host.State.ShouldBeNull();
        running.ShouldAllBe(process => !process.IsAlive);
        await NothingRuns(host);
        var log = await File.ReadAllTextAsync(host.Data.LogOf("postgres"));
        log[log.LastIndexOf("ready to accept connections", StringComparison.Ordinal)..].ShouldContain("database system is shut down");
        (await host.Run("status")).ExitCode.ShouldNotBe(0);
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

    private static async Task Write(CampaignProcess host)
    {
        await using var connection = host.Inside.Open("postgres");
        await connection.ExecuteAsync("CREATE TABLE kept (word text); INSERT INTO kept VALUES ('still here')");
    }

    private static async Task<string?> Word(CampaignProcess host)
    {
        await using var connection = host.Inside.Open("postgres");
        return await connection.ExecuteScalarAsync<string>("SELECT word FROM kept");
    }

    private static Task NothingRuns(CampaignProcess host) =>
        Eventually.Becomes(() => Task.FromResult(string.Join('\n', host.Descendants())), running => running.Length == 0);
}
