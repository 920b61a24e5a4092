using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

namespace Campaign.Cli.Processes;

/// <summary>
/// A process that cannot be mistaken for another one: process ids are reused, so the start time
/// (ticks since boot) and the boot belong to it.
/// </summary>
internal readonly partial record struct ProcessIdentity(int Pid, long StartTicks, string Boot)
{
    private static readonly string CurrentBoot = File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim();

    [JsonIgnore]
    public bool IsAlive => string.Equals(Boot, CurrentBoot, StringComparison.Ordinal) && TryReadStartTicks(Pid) == StartTicks;

    public static ProcessIdentity Current => TryOf(Environment.ProcessId) ?? throw new InvalidOperationException("/proc is not mounted.");

    public static ProcessIdentity? TryOf(int pid) =>
        TryReadStartTicks(pid) is { } ticks ? new ProcessIdentity(pid, ticks, CurrentBoot) : null;

    public void Send(Signal signal)
    {
        if (IsAlive)
            _ = Kill(Pid, (int)signal);
    }

    private static long? TryReadStartTicks(int pid)
    {
        try
        {
            // proc(5): the second field is the name in brackets and may hold anything; "state" follows it, start time is field 22.
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            var isDead = fields[0] is "Z" or "X";
            return isDead ? null : long.Parse(fields[19], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return null;
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int pid, int signal);
}
