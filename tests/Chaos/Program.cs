using System.Runtime.InteropServices;
using Campaign.Chaos;
using Spectre.Console.Cli;

using var stop = new CancellationTokenSource();
void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
var app = new CommandApp<ChaosCommand>();
app.Configure(config =>
{
    config.SetApplicationName("./campaign chaos").UseStrictParsing();
    config.SetExceptionHandler((failure, _) =>
    {
        var misused = failure is CommandAppException;
        Console.Error.WriteLine(misused ? failure.Message : $"未能完成：{failure}");
        return misused ? ChaosCommand.NotUnderstood : ChaosCommand.Failed;
    });
});
return await app.RunAsync(args, stop.Token);
