using System.Collections.Immutable;
using System.Diagnostics;

namespace Campaign.Cli.Processes;

/// <summary>Short programs whose output and exit code we want.</summary>
internal static class Tool
{
    /// <exception cref="LaunchException">The program failed; the message holds what it printed.</exception>
    public static async Task Run(
        IReadOnlyList<string> command, CancellationToken ct, string input = "", IReadOnlyDictionary<string, string>? environment = null)
    {
        var (exitCode, output) = await TryRun(command, ct, input, environment);
        if (exitCode != 0)
            throw new LaunchException($"命令执行失败（退出码 {exitCode}）：{string.Join(' ', command)}\n{output}");
    }

    public static async Task<(int ExitCode, string Output)> TryRun(
        IReadOnlyList<string> command, CancellationToken ct, string input = "", IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        foreach (var (name, value) in environment ?? ImmutableDictionary<string, string>.Empty)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        try
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), ct);
            process.StandardInput.Close();
            var errors = process.StandardError.ReadToEndAsync(ct);
            var output = await process.StandardOutput.ReadToEndAsync(ct);
            await process.WaitForExitAsync(ct);
            return (process.ExitCode, output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
