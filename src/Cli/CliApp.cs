using System.Diagnostics;
using System.Runtime.InteropServices;
using Campaign.Cli.Commands;
using Campaign.Cli.Engines;

namespace Campaign.Cli;

/// <summary>The door of this project: one verb, `--data DIR` in place of `.local/`.</summary>
public static class CliApp
{
    /// <summary>Whether the distribution's PostgreSQL and RabbitMQ are installed.</summary>
    public static bool HasEngines => PostgresCluster.IsInstalled && RabbitServer.IsInstalled;

    /// <summary>How to start this program as a process of its own, from the place where it was built.</summary>
    public static ProcessStartInfo AsProcess(params IEnumerable<string> args) =>
        new(Checkout.DotNet, [Checkout.Current.Program("Cli", "Campaign.Cli"), .. args]);

    public static async Task<int> Run(IReadOnlyList<string> args)
    {
        using var stop = new CancellationTokenSource();
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }

        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);
        try
        {
            return await CommandLine.Parse(args).Run(stop.Token);
        }
        catch (LaunchException problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return 1;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 130;
        }
    }
}
