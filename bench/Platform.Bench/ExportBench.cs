using System.Diagnostics;
using System.Globalization;
using Campaign.Chaos;
using Campaign.Cli.Services;
using Campaign.EventStore.Bench;
using Dapper;

namespace Campaign.Platform.Bench;

/// <summary>台账导出: the whole ledger as a workbook.</summary>
internal static class ExportBench
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    /// <returns>The most memory that Inspections had meanwhile, in MiB.</returns>
    public static async Task<double> Run(World world, Street street, Report report)
    {
        var rows = await Rows(world);
        var started = Stopwatch.GetTimestamp();
        var export = Export(street);
        var most = 0.0;
        while (await Task.WhenAny(export, Task.Delay(BetweenLooks)) != export)
            most = Math.Max(most, Memory.Of(world, ServiceProject.Inspections));
        await export;
        report.Add(new(
            string.Create(CultureInfo.InvariantCulture, $"export of {rows} rows"), rows / Stopwatch.GetElapsedTime(started).TotalSeconds,
            "rows/s", Goal: null));
        return most;
    }

    public static Task Export(Street street) => street.Office.Download($"{Street.Path}/findings/export");

    private static async Task<long> Rows(World world)
    {
        await using var inspections = world.Inside.Open("inspections");
        return await inspections.ExecuteScalarAsync<long>("SELECT count(*) FROM read.findings WHERE street = @Code", new { Street.Code });
    }
}
