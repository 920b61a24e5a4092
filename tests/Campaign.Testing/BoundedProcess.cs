using System.Diagnostics;

namespace Campaign.Testing;

/// <summary>A child that does not end is ended, and what it said until then is told.</summary>
public static class BoundedProcess
{
    /// <param name="process">With its standard output and standard error redirected.</param>
    /// <exception cref="TimeoutException">It was still at work; it and all that it started have been killed.</exception>
    public static async Task<(int ExitCode, string Output)> Finish(this Process process, TimeSpan limit)
    {
        using var end = new CancellationTokenSource(limit);
        var output = new List<string>();
        try
        {
            await Task.WhenAll(Collect(process.StandardOutput, output, end.Token), Collect(process.StandardError, output, end.Token));
            await process.WaitForExitAsync(end.Token);
            return (process.ExitCode, Text(output));
        }
        catch (OperationCanceledException ended)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException(
                $"Not done within {limit.TotalMinutes:0.#} minutes: {string.Join(' ', process.StartInfo.ArgumentList)}\n{Text(output)}",
                ended);
        }
    }

    private static async Task Collect(StreamReader reader, List<string> lines, CancellationToken ct)
    {
        while (await reader.ReadLineAsync(ct) is { } line)
        {
            lock (lines) lines.Add(line);
        }
    }

    private static string Text(List<string> lines)
    {
        lock (lines) return string.Join('\n', lines);
    }
}
