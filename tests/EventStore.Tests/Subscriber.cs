using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Campaign.EventStore.Tests;

/// <summary>A running instance whose one subscription a test drives.</summary>
public abstract class Subscriber : IAsyncLifetime
{
    private protected Instance service = null!;
    private protected Recorder recorder = null!;

    public async ValueTask InitializeAsync()
    {
        service = await Start();
        recorder = RecorderOf(service);
    }

    public ValueTask DisposeAsync() => service.DisposeAsync();

    private protected static Task WriteLetters(SubscriptionPage page, CancellationToken cancellation)
    {
        foreach (var @event in page.Events) page.Writes.Add("INSERT INTO letters (event_id) VALUES ($1)", @event.Id);
        return Task.CompletedTask;
    }

    private protected static Recorder RecorderOf(Instance instance) => instance.Services.GetRequiredService<Recorder>();

    private protected Task<Instance> Start(string? database = null)
        => Instance.Start(store => store.AddReadModel(GetType().Assembly).AddSubscription<Recorder>(), database);

    private protected async Task<StreamId> Append()
    {
        var stream = Cases.New();
        await service.Store.Append(stream, 0, Cases.Opened);
        return stream;
    }

    private protected async Task<SubscriptionStatus> Status()
        => (await service.Services.GetRequiredService<SubscriptionStatuses>().Read(CancellationToken.None)).ShouldHaveSingleItem();

    private protected Task<long> Position() =>
        service.Scalar<long>("SELECT last_seq_id FROM mt_event_progression WHERE name = 'Recorder:All'");

    private protected Task<long> Letters() => service.Scalar<long>("SELECT count(*) FROM letters");
}
