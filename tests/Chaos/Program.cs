using System.Runtime.InteropServices;
using System.Text.Json;
using Campaign.Chaos;

const int Equal = 0, Differs = 2, Failed = 3, NotUnderstood = 64;

if (CommandLine.Parse(args) is not { } line)
{
    Console.Error.WriteLine(CommandLine.Usage);
    return NotUnderstood;
}
OwnMounts.Begin(args);
using var stop = new CancellationTokenSource();
void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
Console.WriteLine($"种子 {line.Seed}，{line.Duration.TotalMinutes:0.##} 分钟");
try
{
    var verdict = await Experiment.Run(line, TimeProvider.System, stop.Token);
    Console.WriteLine(JsonSerializer.Serialize(verdict, JsonSerializerOptions.Web));
    return verdict.Holds ? Equal : Differs;
}
catch (Exception failure)
{
    Console.Error.WriteLine($"未能完成：{failure}");
    return Failed;
}
