using System.Diagnostics;
using Campaign.Cli.Engines;

namespace Campaign.Cli.Commands;

/// <summary>`exec [--durable] -- CMD…`: runs a command with throw-away engines in its environment and answers with its exit code.</summary>
internal static class ExecCommand
{
    public static async Task<int> Run(string dataDirectory, IReadOnlyList<string> command, bool durable, CancellationToken ct)
    {
        await using var engines = await ThrowAwayEngines.Start(dataDirectory, Console.Error.WriteLine, ct, durable);
        var start = new ProcessStartInfo(command[0], command.Skip(1));
        foreach (var (name, value) in engines.Environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        // Ctrl+C reaches the command by the terminal; a signal to us alone is handed on.
        await using var handOn = ct.Register(() => process.Kill(entireProcessTree: true));
        await process.WaitForExitAsync(CancellationToken.None);
        return process.ExitCode;
    }
}
