using Campaign.Cli.Backups;
using Campaign.Cli.Services;

namespace Campaign.Cli.Running;

/// <summary>The whole system on one data directory, up for as long as some work takes. Half a system never stays.</summary>
internal static class LocalSystem
{
    /// <param name="whileUp">Runs once every part answers; when it ends, so does the system.</param>
    public static async Task<int> Run(DataDirectory data, Func<PartsState, CancellationToken, Task<int>> whileUp, CancellationToken ct)
    {
        using var claim = RunClaim.TryTake(data) ?? throw new LaunchException($"另一个进程正在启动或停止系统（{data.Root}），请稍候再试。");
        RestoreCommand.RefuseHalfRestored(data);
        return await RunClaimed(data, whileUp, ct);
    }

    /// <summary>The same for who holds the claim on the directory already.</summary>
    public static async Task<int> RunClaimed(DataDirectory data, Func<PartsState, CancellationToken, Task<int>> whileUp, CancellationToken ct)
    {
        await CleanUp(data);
        var runner = new PartRunner(data, Screen.Say);
        try
        {
            Screen.Say("正在启动创卫平台……");
            runner.Save();
            var connections = new ConnectionStrings(data);
            IReadOnlyList<Part> parts = [.. connections.Engines, .. new ServiceParts(data, connections, new Ports(data)).All()];
            await runner.Start(parts, ct);
            return await runner.Supervise(parts, stop => whileUp(runner.DeclareReady(), stop), ct);
        }
        finally
        {
            Screen.Say("正在停止……");
            await runner.Stop();
            Screen.Say($"已全部停止，数据保留在 {data.Root}");
        }
    }

    /// <summary>Ends what a host left that was itself killed. Does nothing while one is at work.</summary>
    public static async Task CleanUpAfterKilled(DataDirectory data)
    {
        using var claim = RunClaim.TryTake(data);
        if (claim is not null)
            await CleanUp(data);
    }

    private static async Task CleanUp(DataDirectory data)
    {
        if (PartsState.Load(data) is not { } left)
            return;
        Screen.Say("上一次运行没有正常结束，正在清理它留下的进程……");
        await Shutdown.Of(left.Parts);
        PartsState.Forget(data);
    }
}
