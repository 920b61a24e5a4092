using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Campaign.Chaos;
using Campaign.Demo.Api;
using Campaign.EventStore.Bench;
using Campaign.Platform.Bench;

// Usage: Platform.Bench [--json OUT] [--seconds N] [--findings N] [--lines N] [--facts N] [--only record,line,facts,month,import,rebuild,ledger]; what EventStore.Bench wrote to OUT stays.
var report = new Report(Option("--json"), append: true);
var time = TimeSpan.FromSeconds(Number("--seconds", 10));
var begun = Stopwatch.StartNew();
using var stop = new CancellationTokenSource();
void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    return await World.Run(async (world, stopped) =>
    {
        report.Add(new("start until every part is healthy", begun.Elapsed.TotalSeconds, "s", 15, LessIsBetter: true));
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
            ("month", () => MonthBench.Run(world, street, Number("--lines", 100), report)),
            ("import", () => ImportBench.Run(world, street, report)),
            ("rebuild", () => RebuildBench.Run(world, Number("--facts", 1_000_000), report)),
            ("ledger", () => LedgerBench.Run(world, street, Number("--findings", 1_000_000), report)),
        })
        {
            if (Option("--only") is { } only && !only.Split(',').Contains(name, StringComparer.Ordinal)) continue;
            await measure().WaitAsync(stopped);
            await world.QueuesAreEmpty().WaitAsync(stopped);
        }
        Memory.Measure(world, report);
        return "done";
    }, TimeProvider.System, stop.Token, untroubled: true) is null ? 1 : 0;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return 1;
}

int Number(string name, int otherwise) => Option(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

string? Option(string name) => args.SkipWhile(arg => arg != name).ElementAtOrDefault(1);
