using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.EventStore.Bench;

/// <summary>From the return of an append to the call of an idle subscription, in the same process and in another instance.</summary>
internal static class LatencyBench
{
    private const int Samples = 200;

    public static async Task Run(BenchDatabase database, Report report)
    {
        using var reading = await database.Start(store => store.AddSubscription<Arrivals>());
        using var writing = await database.Start();
        var arrivals = reading.Services.GetRequiredService<Arrivals>();
        await arrivals.UpTo(await Append(reading.Services.GetRequiredService<IEventStore>()));

        await Measure("in process", reading.Services.GetRequiredService<IEventStore>(), 10);
        await Measure("from another instance", writing.Services.GetRequiredService<IEventStore>(), 120);
        await writing.StopAsync();
        await reading.StopAsync();

        async Task Measure(string from, IEventStore store, double goal)
        {
            var waits = new List<double>();
            for (var i = 0; i < Samples; i++)
            {
                var id = await Append(store);
                var committed = Stopwatch.GetTimestamp();
                var arrived = await arrivals.UpTo(id);
                waits.Add(Math.Max(0, Stopwatch.GetElapsedTime(committed, arrived).TotalMilliseconds));
                await Task.Delay(Random.Shared.Next(5, 60));
            }

            waits.Sort();
            report.Add(new($"commit → subscription, {from}, p50", waits[Samples / 2], "ms", goal, LessIsBetter: true));
            report.Add(new($"commit → subscription, {from}, p99", waits[Samples * 99 / 100], "ms", Goal: null, LessIsBetter: true));
        }
    }

    private static async Task<Guid> Append(IEventStore store)
    {
        var recorded = NewEvent.Of(Recorded.Sample);
        await store.Append(
            [StreamAppend.To<Finding>(new("211203001", Guid.CreateVersion7()), 0, [recorded])], EventMetadata.None, CancellationToken.None);
        return recorded.Id;
    }

    private sealed class Arrivals : ISubscription
    {
        private readonly Channel<(Guid Id, long At)> seen = Channel.CreateUnbounded<(Guid, long)>();

        public string Name => "Arrivals";

        public Task Handle(SubscriptionPage page, CancellationToken cancellation)
        {
            foreach (var @event in page.Events) seen.Writer.TryWrite((@event.Id, Stopwatch.GetTimestamp()));
            return Task.CompletedTask;
        }

        public async Task<long> UpTo(Guid id)
        {
            await foreach (var (seenId, at) in seen.Reader.ReadAllAsync())
            {
                if (seenId == id) return at;
            }

            throw new InvalidOperationException("The subscription ended.");
        }
    }
}
