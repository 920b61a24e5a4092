using System.Globalization;
using Campaign.Chaos;
using Campaign.EventStore.Bench;

namespace Campaign.Platform.Bench;

/// <summary>Memory of each service after all of the above: its own pages, and its share of those that several services map.</summary>
internal static class Memory
{
    public static void Measure(World world, Report report)
    {
        foreach (var (name, pid) in world.Processes)
        {
            var line = File.ReadLines($"/proc/{pid}/smaps_rollup").Single(line => line.StartsWith("Pss:", StringComparison.Ordinal));
            var kilobytes = double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
            report.Add(new($"memory of {name}", kilobytes / 1024, "MiB", 120, LessIsBetter: true));
        }
    }
}
