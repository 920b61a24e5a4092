using System.Globalization;
using Campaign.Chaos;
using Campaign.EventStore.Bench;

namespace Campaign.Platform.Bench;

/// <summary>Memory of a service in MiB: its own pages, and its share of those that several services map.</summary>
internal static class Memory
{
    public static void Measure(World world, Report report)
    {
        foreach (var (name, pid) in world.Processes) report.Add(new($"memory of {name}", Of(pid), "MiB", 120, LessIsBetter: true));
    }

    public static double Of(World world, string service) => Of(world.Processes.Single(process => process.Name == service).Pid);

    private static double Of(int pid)
    {
        var line = File.ReadLines($"/proc/{pid}/smaps_rollup").Single(line => line.StartsWith("Pss:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
