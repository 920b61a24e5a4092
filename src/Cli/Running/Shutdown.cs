using Campaign.Cli.Processes;

namespace Campaign.Cli.Running;

/// <summary>Ends the processes of a run, services before engines, gently before firmly — those recorded and no others.</summary>
internal static class Shutdown
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(40);

    public static async Task Of(IEnumerable<PartsState.Entry> parts)
    {
        foreach (var layer in parts.GroupBy(part => part.Layer).OrderByDescending(layer => layer.Key))
            await Task.WhenAll(layer.Select(Stop));
    }

    private static async Task Stop(PartsState.Entry part)
    {
        part.Process.Send(part.StopSignal);
        if (!await Ends(part.Process, Timeout))
            part.Process.Send(Signal.Kill);
        await Ends(part.Process, Timeout);
    }

    public static async Task<bool> Ends(ProcessIdentity process, TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        while (process.IsAlive && !limit.IsCancellationRequested)
            await Task.Delay(TimeSpan.FromMilliseconds(50), CancellationToken.None);
        return !process.IsAlive;
    }
}
