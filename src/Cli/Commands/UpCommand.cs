using Campaign.Cli.Running;

namespace Campaign.Cli.Commands;

/// <summary>`up`: the system in the foreground until Ctrl+C, SIGTERM or `down`.</summary>
internal static class UpCommand
{
    public static async Task<int> Run(DataDirectory data, bool withDemo, CancellationToken ct) =>
        SaysWhoRuns(data) ? 0 : await Hold(data, (state, stop) => Welcome(data, state, withDemo, stop), ct);

    /// <summary>Holds the system up after an optional first work; that work's failure ends it.</summary>
    public static async Task<int> Hold(DataDirectory data, Func<PartsState, CancellationToken, Task<int>> first, CancellationToken ct) =>
        await LocalSystem.Run(
            data,
            async (state, stop) =>
            {
                if (await first(state, stop) is not 0 and var failure)
                    return failure;
                await Task.Delay(Timeout.Infinite, stop).ContinueWith(_ => { }, TaskScheduler.Default);
                return 0;
            },
            ct);

    public static async Task<int> Welcome(DataDirectory data, PartsState state, bool withDemo, CancellationToken ct)
    {
        if (withDemo && await DemoProgram.Run(data, state, [], ct) is not 0 and var failure)
            return failure;
        Greeting.Print(data, state);
        return 0;
    }

    public static bool SaysWhoRuns(DataDirectory data)
    {
        if (PartsState.Running(data) is not { } running)
            return false;
        Console.WriteLine($"系统已在运行（进程 {running.Host.Pid}）。");
        Greeting.Print(data, running);
        return true;
    }
}
