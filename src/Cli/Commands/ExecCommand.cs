using System.Diagnostics;
using Campaign.Cli.Engines;
using Spectre.Console.Cli;

namespace Campaign.Cli.Commands;

/// <summary>`exec [--durable] -- CMD…`: runs a command with throw-away engines in its environment and answers with its exit code.</summary>
internal sealed class ExecCommand : AsyncCommand<ExecCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        var command = context.Remaining.Raw;
        if (command.Count == 0)
            throw new LaunchException("exec [--durable] -- 命令…");
        await using var engines = await ThrowAwayEngines.Start(settings.Path, Console.Error.WriteLine, cancellationToken, settings.Durable);
        var start = new ProcessStartInfo(command[0], command.Skip(1));
        foreach (var (name, value) in engines.Environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        // Ctrl+C reaches the command by the terminal; a signal to us alone is handed on.
        await using var handOn = cancellationToken.Register(() => process.Kill(entireProcessTree: true));
        await process.WaitForExitAsync(CancellationToken.None);
        return process.ExitCode;
    }

    internal sealed class Settings : DataSettings
    {
        [CommandOption("--durable")]
        public bool Durable { get; init; }
    }
}
