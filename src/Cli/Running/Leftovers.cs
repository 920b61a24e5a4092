using Campaign.Cli.Processes;

namespace Campaign.Cli.Running;

/// <summary>What a run left: DCP ends everything by itself when the AppHost is killed; what is still there then, we end.</summary>
internal static class Leftovers
{
    private static readonly TimeSpan OfHost = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan OfDcp = TimeSpan.FromSeconds(40);

    /// <summary>Returns when nothing of the run on record is left; does nothing while another host is at work.</summary>
    /// <param name="host">One that has been told to end.</param>
    public static async Task End(DataDirectory data, ProcessIdentity? host, CancellationToken ct = default)
    {
        if (host is { } ending && !await Shutdown.Ends(ending, OfHost))
        {
            ending.Send(Signal.Kill);
            await Shutdown.Ends(ending, OfHost);
        }

        if (RunState.Load(data) is not { Host.IsAlive: false } left)
            return;
        var processes = left.Resources.Where(resource => resource.Process is { IsAlive: true }).ToList();
        if (processes.Count > 0)
            Screen.Say("上一次运行没有正常结束，正在等待它留下的进程退出……");
        foreach (var layer in processes.GroupBy(resource => resource.Layer).OrderByDescending(layer => layer.Key))
            await Task.WhenAll(layer.Select(resource => End(resource.Name, resource.Process!.Value)));
        ct.ThrowIfCancellationRequested();
        RunState.Forget(data);
    }

    private static async Task End(string name, ProcessIdentity process)
    {
        if (await Shutdown.Ends(process, OfDcp))
            return;
        // To PostgreSQL, SIGTERM means to wait for its clients.
        process.Send(name is "postgres" ? Signal.Interrupt : Signal.Terminate);
        if (await Shutdown.Ends(process, OfDcp))
            return;
        process.Send(Signal.Kill);
        await Shutdown.Ends(process, OfDcp);
    }
}
