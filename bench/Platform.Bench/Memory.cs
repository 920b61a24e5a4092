using System.Globalization;
using Campaign.Chaos;
using Campaign.Cli.Services;
using Campaign.EventStore.Bench;

namespace Campaign.Platform.Bench;

/// <summary>Memory of a service in MiB: its own pages, and its share of those that several services map.</summary>
internal static class Memory
{
    public static void Measure(World world, Report report)
    {
        foreach (var service in ServiceProject.All)
            report.Add(new($"memory of {service.Name}", Of(world, service), "MiB", 120, LessIsBetter: true));
    }

    public static double Of(World world, ServiceProject service) => Of(world.PidOf(service));

    private static double Of(int pid)
    {
        var line = File.ReadLines($"/proc/{pid}/smaps_rollup").Single(line => line.StartsWith("Pss:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
