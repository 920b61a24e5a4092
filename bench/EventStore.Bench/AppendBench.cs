using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.EventStore.Bench;

/// <summary>Appends a second, each kind beside the floor measured just before it.</summary>
internal static class AppendBench
{
    public static async Task Run(BenchDatabase database, TimeSpan time, Report report)
    {
        using var host = await database.Start();
        var store = host.Services.GetRequiredService<IEventStore>();
        await PgBench.RowsPerSecond(database, TimeSpan.FromSeconds(1));
        await Rate(8, TimeSpan.FromSeconds(1), _ => NewStream(store));

        await Measure("append, new stream, 1 writer", 1, null, null);
        await Measure("append, new stream, 8 writers", 8, 0.45, null);
        await Measure("append, existing stream, 8 writers", 8, 0.4, null, existing: true);
        await Measure("append, new stream, 64 callers", 64, 0.7, 3);
        await host.StopAsync();

        async Task Measure(string name, int writers, double? goal, double? goalBesideMarten, bool existing = false)
        {
            var (ours, bare) = (new (StreamId<Finding> Id, long Version)[writers], new (StreamId<Finding> Id, long Version)[writers]);
            var floor = await PgBench.RowsPerSecond(database, time);
            var rate = await Rate(writers, time, writer => existing ? Existing(store, ref ours[writer]) : NewStream(store));
            report.Add(new(name, rate, "/s", goal, floor, PgBench.Name));
            var marten = await Rate(writers, time, writer => existing
                ? Existing(host.Services, ref bare[writer])
                : BareMarten.Append(host.Services, New(), 0));
            report.Add(new($"{name}, beside Marten", rate, "/s", goalBesideMarten, marten, BareMarten.Name));
        }
    }

    private static StreamId<Finding> New() => new("211203001", Guid.CreateVersion7());

    private static Task NewStream(IEventStore store) => Append(store, New(), 0);

    private static Task Existing(IServiceProvider services, ref (StreamId<Finding> Id, long Version) stream)
    {
        if (stream.Version == 0) stream.Id = New();
        return BareMarten.Append(services, stream.Id, stream.Version++);
    }

    private static Task Existing(IEventStore store, ref (StreamId<Finding> Id, long Version) stream)
    {
        if (stream.Version == 0) stream.Id = New();
        return Append(store, stream.Id, stream.Version++);
    }

    private static Task Append(IEventStore store, StreamId<Finding> stream, long version) => store.Append(
        [StreamAppend.To(stream, version, [NewEvent.Of(Recorded.Sample)])], new("request", "command", "user-7"),
        CancellationToken.None);

    private static async Task<double> Rate(int writers, TimeSpan time, Func<int, Task> append)
    {
        var started = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            var count = 0;
            for (; Stopwatch.GetElapsedTime(started) < time; count++) await append(writer);
            return count;
        })));
        return counts.Sum() / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
