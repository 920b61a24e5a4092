using System.Diagnostics;

namespace Campaign.Cli.Processes;

/// <summary>A child that writes to its log file by itself, so that it outlives us and can be ended by a later run.</summary>
internal sealed class RunningProcess : IDisposable
{
    private const long LogSizeToPutAside = 10_000_000;

    private readonly Process process;

    private RunningProcess(Process process)
    {
        this.process = process;
        // A program that ended at once has no start time any more; it is simply not alive.
        Identity = ProcessIdentity.TryOf(process.Id) ?? new ProcessIdentity(process.Id, StartTicks: 0, Boot: "");
        Exited = process.WaitForExitAsync();
    }

    public ProcessIdentity Identity { get; }

    public Task Exited { get; }

    public int ExitCode => process.ExitCode;

    public static RunningProcess Start(Launch launch)
    {
        PutLongLogAside(launch.LogFile);
        // setsid: Ctrl+C in the terminal must reach us only, we stop the children in their order.
        // Every step is an exec, so the pid we get is the program's own.
        var start = new ProcessStartInfo("setsid", ["sh", "-c", "exec \"$@\" >>\"$0\" 2>&1 </dev/null", launch.LogFile, .. launch.Command])
        {
            WorkingDirectory = launch.WorkingDirectory,
        };
        foreach (var (name, value) in launch.Environment)
            start.Environment[name] = value;
        return new RunningProcess(Process.Start(start)!);
    }

    public void Dispose() => process.Dispose();

    private static void PutLongLogAside(string logFile)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(logFile)!);
        if (new FileInfo(logFile) is { Exists: true, Length: > LogSizeToPutAside })
            File.Move(logFile, logFile + ".1", overwrite: true);
    }
}
