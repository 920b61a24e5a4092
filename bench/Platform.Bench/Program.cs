using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Campaign.Chaos;
using Campaign.Demo.Api;
using Campaign.EventStore.Bench;
using Campaign.Platform.Bench;

// Usage: Platform.Bench [--json OUT] [--seconds N] [--findings N] [--lines N]; what EventStore.Bench wrote to OUT stays.
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
return await World.Run(async (world, _) =>
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

    await RecordBench.Run(world, gateway, floor, time, report);
    await LineBench.Run(world, street, time, report);
    await FactBench.Run(world, report);
    await MonthBench.Run(world, street, Number("--lines", 100), report);
    await LedgerBench.Run(world, street, Number("--findings", 1_000_000), report);
    Memory.Measure(world, report);
    return "done";
}, stop.Token, untroubled: true) is null ? 1 : 0;

int Number(string name, int otherwise) => Option(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

string? Option(string name) => args.SkipWhile(arg => arg != name).ElementAtOrDefault(1);
