using System.Diagnostics;
using System.Runtime.InteropServices;
using Campaign.Testing;

// Usage: WithEngines COMMAND…: one set of test engines for all that the command starts; answers with its exit code.
var start = new ProcessStartInfo(args[0], args.Skip(1));
foreach (var (name, value) in await Engines.Variables()) start.Environment[name] = value;
using var command = Process.Start(start)!;
// Ctrl+C reaches the command by the terminal; a signal to us alone is handed on, to all that it has started.
var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
{
    signal.Cancel = true;
    told.TrySetResult();
});
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
await Task.WhenAny(command.WaitForExitAsync(), told.Task);
if (told.Task.IsCompleted) command.Kill(entireProcessTree: true);
await command.WaitForExitAsync();
return command.ExitCode;
