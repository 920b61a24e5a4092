using System.Threading.Channels;

namespace Campaign.EventStore.Tests;

/// <summary>A subscription whose handling a test drives: it reports every page and then does what it is told.</summary>
internal sealed class Recorder : ISubscription
{
    private readonly Channel<RecordedEvent> seen = Channel.CreateUnbounded<RecordedEvent>();

    public string Name => nameof(Recorder);

    /// <summary>Runs after the page was reported; nothing by default.</summary>
    public Func<SubscriptionPage, CancellationToken, Task> Then { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>How many events were handed over in all, repeats counted.</summary>
    public int Count { get; private set; }

    public Task Handle(SubscriptionPage page, CancellationToken cancellation)
    {
        foreach (var @event in page.Events) seen.Writer.TryWrite(@event);
        Count += page.Events.Count;
        return Then(page, cancellation);
    }

    /// <summary>The next events in the order they were handed over.</summary>
    public async Task<IReadOnlyList<RecordedEvent>> Next(int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var events = new List<RecordedEvent>();
        while (events.Count < count) events.Add(await seen.Reader.ReadAsync(patience.Token));
        return events;
    }

    public async Task<IReadOnlyList<StreamId>> NextStreams(int count) => [.. (await Next(count)).Select(e => e.Stream)];
}
