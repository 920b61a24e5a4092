using System.ComponentModel;
using System.Diagnostics;
using Campaign.Chaos;
using Campaign.Demo.Api;
using Campaign.EventStore.Bench;
using Spectre.Console.Cli;

namespace Campaign.Platform.Bench;

[Description("在单独启动的整个系统上测量，每个数字与同一次运行中的基准并列")]
internal sealed class BenchCommand : AsyncCommand<BenchSettings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, BenchSettings settings, CancellationToken cancellationToken)
    {
        // What EventStore.Bench wrote there before stays.
        var report = new Report(settings.Json, append: true);
        var begun = Stopwatch.StartNew();
        await World.Run<Report>(async (world, stopped) =>
        {
            report.Add(new("start until every part is healthy", begun.Elapsed.TotalSeconds, "s", 15, LessIsBetter: true));
            await Measure(world, settings, report, stopped);
            Memory.Measure(world, report);
            return report;
        }, TimeProvider.System, cancellationToken, untroubled: true);
        return 0;
    }

    private static async Task Measure(World world, BenchSettings settings, Report report, CancellationToken stopped)
    {
        var time = TimeSpan.FromSeconds(settings.Seconds);
        using var gateway = Gateway.From(name => name switch
        {
            "CAMPAIGN_GATEWAY" => world.GatewayAddress,
            "CAMPAIGN_OPERATOR_SECRET_FILE" => world.OperatorSecretFile,
            _ => null,
        }, TimeProvider.System);
        var street = await Street.Prepare(gateway, TimeProvider.System);
        await using var floor = await BenchDatabase.Create(world.Inside.Open("postgres").ConnectionString);

        foreach (var (name, measure) in new (string Name, Func<Task> Measure)[]
        {
            ("record", () => RecordBench.Run(world, gateway, floor, time, report)),
            ("line", () => LineBench.Run(world, street, time, report)),
            ("facts", () => FactBench.Run(world, report)),
            ("month", () => MonthBench.Run(world, street, settings.Lines, report)),
            ("import", () => ImportBench.Run(world, street, report)),
            ("rebuild", () => RebuildBench.Run(world, settings.Facts, report)),
            ("ledger", () => LedgerBench.Run(world, street, settings.Findings, report)),
            // Last: it leaves findings and photos behind.
            ("neighbour", () => NeighbourBench.Run(world, street, time, report)),
        })
        {
            if (!settings.Includes(name)) continue;
            await measure().WaitAsync(stopped);
            await world.QueuesAreEmpty().WaitAsync(stopped);
        }
    }
}
