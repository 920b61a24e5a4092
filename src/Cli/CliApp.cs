using System.Diagnostics;
using System.Runtime.InteropServices;
using Campaign.Cli.Backups;
using Campaign.Cli.Commands;
using Campaign.Cli.Engines;
using Spectre.Console.Cli;

namespace Campaign.Cli;

/// <summary>The door of this project: one verb, `--data DIR` in place of `.local/`.</summary>
public static class CliApp
{
    private const int Misused = 64;
    private static readonly string[] OptionsWithValue = ["--data", "--to", "--from", "--message"];

    /// <summary>Whether the distribution's PostgreSQL and RabbitMQ are installed.</summary>
    public static bool HasEngines => PostgresCluster.IsInstalled && RabbitServer.IsInstalled;

    /// <summary>How to start this program as a process of its own, from the place where it was built.</summary>
    public static ProcessStartInfo AsProcess(params IEnumerable<string> args) =>
        new(Checkout.DotNet, [Checkout.Current.Program("Cli", "Campaign.Cli"), .. args]);

    public static async Task<int> Run(IReadOnlyList<string> args)
    {
        if (WithoutValue(args) is { } option)
        {
            await Console.Error.WriteLineAsync($"选项 {option} 缺少值。用法：./campaign help");
            return Misused;
        }

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
            return await App().RunAsync(HandedOn([.. args]), stop.Token);
        }
        catch (LaunchException problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return 1;
        }
        catch (CommandAppException misunderstood)
        {
            await Console.Error.WriteLineAsync($"命令或参数无法识别（{misunderstood.Message}）。用法：./campaign help");
            return Misused;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 130;
        }
    }

    // The parser would take the name of a command in its place.
    private static string? WithoutValue(IReadOnlyList<string> args) => args.TakeWhile(arg => arg != "--").Where((arg, i) =>
        OptionsWithValue.Contains(arg, StringComparer.Ordinal)
            && (i + 1 == args.Count || args[i + 1].StartsWith("--", StringComparison.Ordinal))).FirstOrDefault();

    /// <summary>What follows `demo` is that program's own, but for the data directory.</summary>
    private static string[] HandedOn(string[] args) => args switch
    {
        ["demo", "--data", var data, .. var rest] when rest is not ["--", ..] => ["demo", "--data", data, "--", .. rest],
        ["demo", .. var rest] when rest is not ["--data" or "--", ..] => ["demo", "--", .. rest],
        _ => args,
    };

    private static CommandApp App()
    {
        var app = new CommandApp();
        app.Configure(commands =>
        {
            commands.PropagateExceptions().UseStrictParsing();
            commands.AddCommand<UpCommand>("up");
            commands.AddCommand<DownCommand>("down");
            commands.AddCommand<StatusCommand>("status");
            commands.AddCommand<BackupCommand>("backup");
            commands.AddCommand<RestoreCommand>("restore");
            commands.AddBranch("dead-letters", letters =>
            {
                letters.AddCommand<DeadLettersCommand.List>("list");
                letters.AddCommand<DeadLettersCommand.Show>("show");
                letters.AddCommand<DeadLettersCommand.Redrive>("redrive");
            });
            commands.AddCommand<RebuildCommand>("rebuild");
            commands.AddCommand<DemoCommand>("demo");
            commands.AddCommand<ExecCommand>("exec");
            commands.AddCommand<EnginesCommand>("engines");
        });
        return app;
    }
}
