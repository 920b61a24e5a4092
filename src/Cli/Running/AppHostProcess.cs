using System.Diagnostics;
using System.Globalization;
using Campaign.Cli.Processes;

namespace Campaign.Cli.Running;

/// <summary>The AppHost of this build as a process of ours: started, watched until everything is healthy, stopped.</summary>
internal sealed class AppHostProcess : IDisposable
{
    public static readonly TimeSpan Timeout = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan ProgressEvery = TimeSpan.FromSeconds(10);
    /// <summary>Until what a resource printed last is in its file.</summary>
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(2);
    public static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    private readonly DataDirectory data;
    private readonly RunningProcess process;

    private AppHostProcess(DataDirectory data, RunningProcess process) => (this.data, this.process) = (data, process);

    /// <param name="outlivesUs">Else it ends in order when we are gone, however we went.</param>
    public static async Task<AppHostProcess> Start(DataDirectory data, bool outlivesUs, CancellationToken ct)
    {
        await Leftovers.End(data, host: null, ct);
        using (RunClaim.TryTake(data) ?? throw new LaunchException($"另一个进程正在启动或停止系统（{data.Root}），请稍候再试。"))
            Screen.Say("正在启动创卫平台……");
        var program = Checkout.Current.Program("AppHost", "Campaign.AppHost");
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            // Aspire watches the process of that id.
            ["ASPIRE_CLI_PID"] = outlivesUs ? null : Environment.ProcessId.ToString(CultureInfo.InvariantCulture),
        };
        var launch = new Launch(Checkout.DotNet, program, $"Data={data.Root}")
        {
            LogFile = data.LogOf("apphost"),
            WorkingDirectory = Path.GetDirectoryName(program)!,
            Environment = environment,
        };
        return new(data, RunningProcess.Start(launch));
    }

    /// <summary>The work against the system that runs, or against one started for it and stopped again.</summary>
    public static async Task<int> WhileUp(DataDirectory data, Func<RunState, CancellationToken, Task<int>> work, CancellationToken ct)
    {
        if (RunState.Running(data) is { } running)
            return await work(running, ct);
        Backups.Restore.RefuseHalfRestored(data);
        using var host = await Start(data, outlivesUs: false, ct);
        try
        {
            return await work(await host.Ready(ct), ct);
        }
        finally
        {
            await host.Stop();
        }
    }

    /// <returns>The state once everything is healthy.</returns>
    /// <exception cref="LaunchException">Something does not come up; what did is still to be stopped.</exception>
    public async Task<RunState> Ready(CancellationToken ct)
    {
        var (clock, nextWord, told) = (Stopwatch.StartNew(), ProgressEvery, new HashSet<string>(StringComparer.Ordinal));
        while (true)
        {
            if (process.Exited.IsCompleted)
                throw new LaunchException(
                    $"启动失败（退出码 {process.ExitCode}）。日志 {data.LogOf("apphost")} 的最后几行：\n{LogTail.Of(data.LogOf("apphost"))}");
            var state = RunState.Load(data) is { } written && written.Host == process.Identity ? written : null;
            foreach (var healthy in state?.Resources.Where(IsHealthy).Where(resource => told.Add(resource.Instance)) ?? [])
                Screen.Say($"  ✓ {healthy.Title}  {healthy.Address}  {clock.Elapsed.TotalSeconds:0.0} 秒");
            if (state is { Ready: true })
                return state;
            var waiting = state?.Resources.Where(resource => resource.Layer is not Layer.Tool && !told.Contains(resource.Instance))
                .ToList() ?? [];
            if (waiting.Find(HasEnded) is { } dead)
            {
                await Task.Delay(LastWords, ct);
                throw new LaunchException($"{dead.Title} 启动失败。日志 {dead.LogFile} 的最后几行：\n{LogTail.Of(dead.LogFile)}");
            }
            if (clock.Elapsed > Timeout)
                throw new LaunchException($"启动超过 {Timeout.TotalMinutes:0} 分钟仍未就绪：{Names(waiting)}。日志在 {data.Logs}");
            if (clock.Elapsed > nextWord)
            {
                Screen.Say($"  … 正在等待 {Names(waiting)}（已 {clock.Elapsed.TotalSeconds:0} 秒）");
                nextWord += ProgressEvery;
            }

            await Task.Delay(Glance, ct);
        }
    }

    /// <summary>Until somebody ends it; or, when we are to go, its end.</summary>
    public async Task<int> Ended(CancellationToken ct)
    {
        await process.Exited.WaitAsync(ct).ContinueWith(_ => { }, TaskScheduler.Default);
        if (!process.Exited.IsCompleted)
        {
            await Stop();
            return 0;
        }

        Screen.Say(process.ExitCode == 0 ? "系统已停止。" : $"看护进程意外退出（退出码 {process.ExitCode}），日志：{data.LogOf("apphost")}");
        await Leftovers.End(data, process.Identity, CancellationToken.None);
        return process.ExitCode;
    }

    public async Task Stop()
    {
        Screen.Say("正在停止……");
        process.Identity.Send(Signal.Terminate);
        await Leftovers.End(data, process.Identity);
        Screen.Say($"已全部停止，数据保留在 {data.Root}");
    }

    public void Dispose() => process.Dispose();

    private static bool IsHealthy(RunState.Resource resource) => resource is { State: "Running", Health: "" or "Healthy" };

    private static bool HasEnded(RunState.Resource resource) => resource.State is "Exited" or "Finished" or "FailedToStart";

    private static string Names(IEnumerable<RunState.Resource> resources) =>
        string.Join('、', resources.Select(resource => resource.Title).DefaultIfEmpty("Aspire"));
}
