using Campaign.Cli.Running;

namespace Campaign.AppHost.Tests;

[Collection(RunningPicture.OneAtATime)]
public sealed class StopTests
{
    [Fact]
    public async Task A_stop_leaves_no_process_and_no_record_and_closes_the_database_in_order()
    {
        var running = new RunningPicture();
        await running.InitializeAsync();
        await running.Awaits("gateway", _ => running.State.Ready);
        var processes = running.State.Resources.Select(resource => resource.Process).OfType<Cli.Processes.ProcessIdentity>().ToList();
        processes.Count.ShouldBeGreaterThanOrEqualTo(8);

        await running.App.DisposeAsync();

        RunState.Load(running.Data).ShouldBeNull();
        processes.ShouldAllBe(process => !process.IsAlive);
        (await File.ReadAllTextAsync(running.Data.LogOf("postgres"), TestContext.Current.CancellationToken)).ShouldContain("database system is shut down");
        await running.DisposeAsync();
    }
}
