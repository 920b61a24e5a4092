using System.Collections.Concurrent;
using System.Diagnostics;
using Campaign.Cli.Processes;

namespace Campaign.Cli.Running;

/// <summary>Starts parts layer by layer, restarts those that die, stops them all. What it starts is on record at once.</summary>
internal sealed class PartRunner(DataDirectory data, Action<string> say)
{
    /// <summary>For a machine that is busy with much else.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan ProgressEvery = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, PartsState.Entry> entries = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, RunningProcess> processes = new(StringComparer.Ordinal);
    private readonly Lock record = new();
    private bool ready;

    /// <exception cref="LaunchException">A part did not come up; what did is still to be stopped.</exception>
    public async Task Start(IEnumerable<Part> parts, CancellationToken ct)
    {
        foreach (var layer in parts.GroupBy(part => part.Layer).OrderBy(layer => layer.Key))
        {
            using var oneFailed = CancellationTokenSource.CreateLinkedTokenSource(ct);
            await Task.WhenAll(layer.Select(part => BringUp(part, oneFailed)));
        }
    }

    public PartsState DeclareReady()
    {
        ready = true;
        return Save();
    }

    /// <summary>Restarts what dies for as long as the work takes; nothing is restarted any more when this returns.</summary>
    public async Task<int> Supervise(IEnumerable<Part> parts, Func<CancellationToken, Task<int>> work, CancellationToken ct)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var watching = Task.WhenAll(parts.Select(part => KeepAlive(part, done.Token)));
        try
        {
            return await work(done.Token);
        }
        finally
        {
            await done.CancelAsync();
            await watching.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    public async Task Stop()
    {
        await Shutdown.Of(entries.Values);
        foreach (var process in processes.Values)
            process.Dispose();
        PartsState.Forget(data);
    }

    public PartsState Save()
    {
        lock (record)
        {
            var inOrder = entries.Values.OrderBy(part => part.Layer).ThenBy(part => part.Name, StringComparer.Ordinal);
            var state = new PartsState(ProcessIdentity.Current, ready, [.. inOrder]);
            state.Save(data);
            return state;
        }
    }

    private async Task BringUp(Part part, CancellationTokenSource oneFailed)
    {
        try
        {
            var clock = Stopwatch.StartNew();
            await part.Prepare(oneFailed.Token);
            await AwaitReady(part, Launch(part), clock, oneFailed.Token);
            say($"  ✓ {part.Title}  {part.Address}  {clock.Elapsed.TotalSeconds:0.0} 秒");
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            await oneFailed.CancelAsync();
            throw;
        }
    }

    private async Task AwaitReady(Part part, RunningProcess process, Stopwatch clock, CancellationToken ct)
    {
        var nextWord = clock.Elapsed + ProgressEvery;
        while (!await part.IsReady(ct))
        {
            if (process.Exited.IsCompleted)
                throw Failure(part, $"启动失败，退出码 {process.ExitCode}");
            if (clock.Elapsed > Timeout)
                throw Failure(part, $"启动超过 {Timeout.TotalMinutes:0} 分钟仍未就绪");
            if (clock.Elapsed > nextWord)
            {
                say($"  … 正在等待 {part.Title}（已 {clock.Elapsed.TotalSeconds:0} 秒）");
                nextWord += ProgressEvery;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), ct);
        }
    }

    private static LaunchException Failure(Part part, string what) =>
        new($"{part.Title} {what}。日志 {part.Launch.LogFile} 的最后几行：\n{LogTail.Of(part.Launch.LogFile)}");

    private async Task KeepAlive(Part part, CancellationToken ct)
    {
        var restarts = new Backoff();
        while (!ct.IsCancellationRequested)
        {
            var process = processes[part.Name];
            await process.Exited.WaitAsync(ct);
            var pause = restarts.Next();
            say($"{part.Title} 意外退出（退出码 {process.ExitCode}），{pause.TotalSeconds:0} 秒后重新启动。日志：{part.Launch.LogFile}");
            await Task.Delay(pause, ct);
            process.Dispose();
            Launch(part);
        }
    }

    private RunningProcess Launch(Part part)
    {
        var process = RunningProcess.Start(part.Launch);
        processes[part.Name] = process;
        entries[part.Name] = new(
            part.Name, part.Title, part.Layer, part.Address, process.Identity, part.Launch.StopSignal, part.Management);
        Save();
        return process;
    }
}
