using System.Runtime.InteropServices;
using Campaign.Platform.Bench;
using Spectre.Console.Cli;

using var stop = new CancellationTokenSource();
void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
var app = new CommandApp<BenchCommand>();
app.Configure(config => config.SetApplicationName("./campaign bench"));
return await app.RunAsync(args, stop.Token);
