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
            Screen.Say($"系统已在运行（进程 {other.Host.Pid}）。");
            Greeting.Print(data, other);
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

    internal sealed class Settings : DataSettings
    {
        [CommandOption("--demo")]
        public bool Demo { get; init; }

        [CommandOption("--detach")]
        public bool Detach { get; init; }
    }
}
