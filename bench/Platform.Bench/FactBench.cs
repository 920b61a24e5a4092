using System.Diagnostics;
using Campaign.Chaos;
using Campaign.Contracts.Inspections;
using Campaign.EventStore.Bench;

namespace Campaign.Platform.Bench;

/// <summary>How fast Scoring stores what it is told, with a full queue before it.</summary>
internal static class FactBench
{
    private const int Count = 20_000;

    public static async Task Run(World world, Report report)
    {
        await using var facts = await Facts.Speaker(world);
        var date = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(8).DateTime);
        var before = await Facts.Stored(world);
        var started = Stopwatch.GetTimestamp();
        var saying = facts.Say(Enumerable.Range(0, Count).Select(n => new InspectionScored(
            Street.Code, Guid.CreateVersion7(), 2, Street.Units[n % Street.Units.Length], "日常检查", date, 90 + (n % 10), Street.Sheet, 1)));
        await Facts.Await(world, before + Count);
        await saying;
        report.Add(new("facts stored by Scoring", Count / Stopwatch.GetElapsedTime(started).TotalSeconds, "/s", 2000));
    }
}
