using System.Diagnostics;
using Campaign.Cli.Operations;
using Campaign.Cli.Running;
using Spectre.Console.Cli;

namespace Campaign.Cli.Commands;

/// <summary>`up [--demo] [--detach]`: the whole system, until Ctrl+C, SIGTERM or `down`; with `--detach`, until `down`.</summary>
internal sealed class UpCommand : AsyncCommand<UpCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        var data = settings.Open();
        if (RunState.Load(data) is { Host.IsAlive: true } other)
        {
            Screen.Say($"系统已在{(other.Ready ? "运行" : "启动")}（进程 {other.Host.Pid}）。");
            Greeting.Print(data, await UntilReady(data, other, cancellationToken));
            return 0;
        }

        Backups.Restore.RefuseHalfRestored(data);
        using var host = await AppHostProcess.Start(data, outlivesUs: settings.Detach, cancellationToken);
        try
        {
            var state = await host.Ready(cancellationToken);
            var result = settings.Demo ? await Demo.Run(data, state, [], cancellationToken) : 0;
            if (result == 0)
                Greeting.Print(data, state);
            if (result == 0 && settings.Detach)
                return 0;
            if (result == 0)
                return await host.Ended(cancellationToken);
            await host.Stop();
            return result;
        }
        catch (Exception failure) when (failure is LaunchException or OperationCanceledException)
        {
            await host.Stop();
            throw;
        }
    }

    private static async Task<RunState> UntilReady(DataDirectory data, RunState? starting, CancellationToken ct)
    {
        for (var clock = Stopwatch.StartNew(); starting is { Host.IsAlive: true }
            && clock.Elapsed < AppHostProcess.Timeout; starting = RunState.Load(data))
        {
            if (starting.Ready) return starting;
            await Task.Delay(AppHostProcess.Glance, ct);
        }

        throw new LaunchException($"正在启动的系统没有就绪。日志在 {data.Logs}");
    }

    internal sealed class Settings : DataSettings
    {
        [CommandOption("--demo")]
        public bool Demo { get; init; }

        [CommandOption("--detach")]
        public bool Detach { get; init; }
    }
}
