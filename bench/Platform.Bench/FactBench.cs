using System.Diagnostics;
using Campaign.Chaos;
using Campaign.Contracts.Inspections;
using Campaign.EventStore.Bench;

namespace Campaign.Platform.Bench;

/// <summary>How fast Scoring stores what it is told, with a full queue before it.</summary>
internal static class FactBench
{
    private const int WarmUp = 2_000;
    private const int Count = 20_000;

    public static async Task Run(World world, Report report)
    {
        await using var facts = await Facts.Speaker(world);
        await Rate(world, facts, WarmUp);
        report.Add(new("facts stored by Scoring", await Rate(world, facts, Count), "/s", 2000));
    }

    private static async Task<double> Rate(World world, Facts facts, int count)
    {
        var date = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(8).DateTime);
        var before = await Facts.Stored(world);
        // Who fills the queue is not to take the processor from who empties it.
        world.Pause("scoring");
        await facts.Say(Enumerable.Range(0, count).Select(n => new InspectionScored(
            Street.Code, Guid.CreateVersion7(), 2, Street.Units[n % Street.Units.Length], "日常检查", date, 90 + (n % 10), Street.Sheet, 1)));
        world.Resume("scoring");
        var started = Stopwatch.GetTimestamp();
        await Facts.Await(world, before + count);
        return count / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
