using System.Collections.Concurrent;
using System.Diagnostics;
using Campaign.Chaos;
using Campaign.EventStore.Bench;
using Dapper;

namespace Campaign.Platform.Bench;

/// <summary>From the answer to a confirmed inspection until its line is in the score, at 200 commands a second.</summary>
internal static class LineBench
{
    private const int CommandsPerSecond = 200;
    private const int WatchedOneOutOf = 5;
    // Until then the services are still being compiled, and at this rate that takes what the commands need.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(2);

    public static async Task Run(World world, Street street, TimeSpan time, Report report)
    {
        await Drive(world, street, WarmUp);
        var (rate, latencies) = await Drive(world, street, time);
        report.Add(new("commands a second, while measuring lines", rate, "/s", Goal: null));
        report.AddLatency("201 to the line in the score", latencies, p50: 40, p99: 150);
    }

    private static async Task<(double Rate, IReadOnlyList<double> Latencies)> Drive(World world, Street street, TimeSpan time)
    {
        var latencies = new ConcurrentBag<double>();
        using var tick = new PeriodicTimer(TimeSpan.FromSeconds(2.0 / CommandsPerSecond));
        var (started, running) = (Stopwatch.GetTimestamp(), new List<Task>());
        // Two commands a visit: starting and confirming.
        for (var visit = 0; Stopwatch.GetElapsedTime(started) < time && await tick.WaitForNextTickAsync(); visit++)
            running.Add(Visit(world, street, watched: visit % WatchedOneOutOf == 0, latencies));
        await Task.WhenAll(running);
        return (2 * running.Count / Stopwatch.GetElapsedTime(started).TotalSeconds, [.. latencies]);
    }

    private static async Task Visit(World world, Street street, bool watched, ConcurrentBag<double> latencies)
    {
        var items = Enumerable.Range(1, 10).Select(no => new { no, notApplicable = false, deduction = no % 3, reason = "现场扣分" }).ToList();
        var visit = await street.Inspector.Post<Started>(
            $"{Street.Path}/inspections", new { subject = Street.Units[0], sheet = Street.Sheet, kind = "日常检查", items });
        await street.Inspector.Post($"{Street.Path}/inspections/{visit.Id}/confirmation", new { });
        if (!watched) return;
        var confirmed = Stopwatch.GetTimestamp();
        await using var scoring = world.Inside.Open("scoring");
        while (!await scoring.ExecuteScalarAsync<bool>(
            "SELECT EXISTS (SELECT 1 FROM mt_events WHERE tenant_id = @Code AND stream_id = @Id AND type = 'inspection_taken')",
            new { Street.Code, visit.Id }))
            await Task.Delay(Look);
        latencies.Add(Stopwatch.GetElapsedTime(confirmed).TotalMilliseconds);
    }

    private sealed record Started(Guid Id);
}
