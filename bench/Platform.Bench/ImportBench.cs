using System.Diagnostics;
using System.Text.Json;
using Campaign.Chaos;
using Campaign.EventStore.Bench;
using Dapper;

namespace Campaign.Platform.Bench;

/// <summary>历史台账导入: an old ledger of 10 000 cases with their whole story, in requests of 1 000.</summary>
internal static class ImportBench
{
    private const int Cases = 10_000;
    private const int OfARequest = 1_000;

    public static async Task Run(World world, Street street, Report report)
    {
        var (before, disk, started) = (await Appended(world), await Disk(world), Stopwatch.GetTimestamp());
        foreach (var cases in Enumerable.Range(0, Cases).Select(Case).Chunk(OfARequest))
            await street.Office.Post<JsonElement>($"{Street.Path}/history-imports", new { cases });
        var took = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var events = await Appended(world) - before;
        report.Add(new($"import of {Cases} findings", took, "s", Goal: null, LessIsBetter: true));
        await world.QueuesAreEmpty();
        report.Add(new(
            "import, until all services have followed", Stopwatch.GetElapsedTime(started).TotalSeconds, "s", Goal: null,
            LessIsBetter: true));
        var (databases, log) = await Disk(world);
        report.Add(new(
            "a case's bytes in all databases", (databases - disk.Databases) / (double)Cases / 1024, "KiB", Goal: null, LessIsBetter: true));
        report.Add(new(
            "a case's bytes in the write-ahead log", (log - disk.Log) / (double)Cases / 1024, "KiB", Goal: null, LessIsBetter: true));
        report.Add(new(
            "import, events appended", events / took, "/s", Goal: null, await Floor(world, events),
            "INSERT … SELECT of the event rows alone"));
    }

    private static object Case(int n)
    {
        var (at, unit) = (
            new DateTimeOffset(2023, 1, 1, 9, 0, 0, TimeSpan.FromHours(8)).AddMinutes(30 * n), Street.Units[n % Street.Units.Length]);
        return new
        {
            id = $"2023-{n:000000}",
            unit,
            category = Street.Category,
            description = "绿化带内有垃圾",
            address = $"金牛山路{n}号",
            community = unit,
            timeline = new object[]
            {
                new { at, @do = "record" },
                new { at = at.AddHours(1), @do = "route", due = at.AddDays(3) },
                new { at = at.AddDays(1), @do = "report" },
                new { at = at.AddDays(2), @do = "strikeOff" },
            },
        };
    }

    private static async Task<long> Appended(World world)
    {
        await using var inspections = world.Inside.Open("inspections");
        return await inspections.ExecuteScalarAsync<long>("SELECT count(*) FROM mt_events");
    }

    private static async Task<(long Databases, long Log)> Disk(World world)
    {
        await using var server = world.Inside.Open("postgres");
        return await server.QuerySingleAsync<(long, long)>(
            "SELECT (SELECT sum(pg_database_size(oid))::bigint FROM pg_database), pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint");
    }

    private static async Task<double> Floor(World world, long events)
    {
        await using var inspections = world.Inside.Open("inspections");
        await inspections.OpenAsync();
        await inspections.ExecuteAsync("CREATE TABLE floor_events (LIKE mt_events INCLUDING ALL)");
        var started = Stopwatch.GetTimestamp();
        await inspections.ExecuteAsync(
            "INSERT INTO floor_events SELECT * FROM mt_events ORDER BY seq_id DESC LIMIT @events", new { events });
        var rate = events / Stopwatch.GetElapsedTime(started).TotalSeconds;
        await inspections.ExecuteAsync("DROP TABLE floor_events");
        return rate;
    }
}
