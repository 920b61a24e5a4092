using Campaign.Cli.Processes;
using Campaign.Cli.Running;
using Npgsql;

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
        await Write(host, "CREATE TABLE kept (word text); INSERT INTO kept VALUES ('still here')");

        await host.Down();

        host.State.ShouldBeNull();
        host.Descendants().ShouldBeEmpty();
        (await host.Run("status")).ExitCode.ShouldNotBe(0);
        await host.Up();
        (await Read(host, "SELECT word FROM kept")).ShouldBe("still here");
    }

    [Fact]
    public async Task What_a_killed_host_left_running_is_ended_by_down()
    {
        await using var host = new CampaignProcess();
        var state = await host.Up();
        state.Host.Send(Signal.Kill);
        (await Shutdown.Ends(state.Host, TimeSpan.FromSeconds(30))).ShouldBeTrue();
        state.Parts.ShouldAllBe(part => part.Process.IsAlive);
        (await host.Run("status")).ExitCode.ShouldNotBe(0);

        await host.Down();

        host.State.ShouldBeNull();
        host.Descendants().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_service_that_cannot_start_takes_everything_down_and_shows_its_log()
    {
        await using var host = new CampaignProcess();
        host.Environment["Kestrel__Endpoints__Broken__Url"] = "no address";

        var (exitCode, words) = await host.Run("up");

        exitCode.ShouldNotBe(0);
        words.ShouldContain("启动失败");
        words.ShouldContain("no address");
        host.State.ShouldBeNull();
        host.Descendants().ShouldBeEmpty();
    }

    private static async Task Write(CampaignProcess host, string sql)
    {
        await using var source = NpgsqlDataSource.Create(host.PostgresAdmin);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<object?> Read(CampaignProcess host, string sql)
    {
        await using var source = NpgsqlDataSource.Create(host.PostgresAdmin);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
