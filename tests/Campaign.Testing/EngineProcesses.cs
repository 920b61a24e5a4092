using System.Diagnostics;

namespace Campaign.Testing;

/// <summary>The distribution's PostgreSQL and RabbitMQ, throw-away, for as long as this process lives.</summary>
internal static class EngineProcesses
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(60);

    public static async Task<EngineAddresses> Start()
    {
        var start = Cli.CliApp.AsProcess("engines");
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        // Its standard input is our lifeline to it: closed when this process ends, in whatever way; where it can, it sees the engines gone.
        var host = Process.Start(start)!;
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            host.StandardInput.Close();
            host.WaitForExit(Farewell);
        };
        var variables = new Dictionary<string, string?>(StringComparer.Ordinal);
        using var limit = new CancellationTokenSource(Limit);
        while (await host.StandardOutput.ReadLineAsync(limit.Token) is { Length: > 0 } line)
        {
            var parts = line.Split('=', 2);
            variables[parts[0]] = parts[1];
        }

        return EngineAddresses.From(variables.GetValueOrDefault)
            ?? throw new InvalidOperationException("The command line started no engines, see above.");
    }
}
