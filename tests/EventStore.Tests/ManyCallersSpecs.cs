using Xunit;

namespace Campaign.EventStore.Tests;

/// <summary>Callers who come together share round trips; nobody's outcome is another's.</summary>
public sealed class ManyCallersSpecs : IAsyncLifetime
{
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(30);

    private Instance service = null!;

    private IEventStore Store => service.Store;

    public async ValueTask InitializeAsync() => service = await Instance.Start();

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task Of_many_loads_at_once_each_gets_its_own_stream()
    {
        var streams = Enumerable.Range(0, 30).ToDictionary(_ => Cases.New());
        foreach (var (stream, notes) in streams.Where(s => s.Value > 0))
            await Store.Append(stream, 0, [Cases.Opened, .. Enumerable.Range(0, notes).Select(n => Cases.Note($"{n},"))]);

        var loaded = await Task.WhenAll(
            Enumerable.Range(0, 10).SelectMany(_ => streams).Select(async s => (Expected: s.Value, Actual: await Store.Case(s.Key))));

        foreach (var (notes, (state, version)) in loaded)
        {
            version.ShouldBe(notes == 0 ? 0 : notes + 1);
            state.Text.ShouldBe(string.Concat(Enumerable.Range(0, notes).Select(n => $"{n},")));
        }
    }

    [Fact]
    public async Task Of_many_appends_at_once_each_gets_its_own_result()
    {
        var hot = Cases.New();
        var taken = NewEvent.Of(Cases.Opened);
        await Store.Append([StreamAppend.To(Cases.New(), 0, [taken])], EventMetadata.None, CancellationToken.None);

        var results = await Task.WhenAll(Enumerable.Range(0, 400).Select(i => Result(i, i switch
        {
            < 50 => [hot.At(0, Cases.Opened)],
            < 60 => [StreamAppend.To(Cases.New(), 0, [taken])],
            _ => [Cases.New().At(0, Cases.Opened, Cases.Note())],
        })));

        results.Count(r => r == (nameof(StreamVersionConflictException), 0)).ShouldBe(49);
        results.Count(r => r == (nameof(DuplicateEventException), 1)).ShouldBe(10);
        results.Count(r => r.Error is null).ShouldBe(341);
        (await service.Scalar<long>("SELECT count(DISTINCT stream_id) FROM mt_events WHERE type <> 'tombstone'")).ShouldBe(342);
        (await service.Scalar<long>("SELECT count(*) FROM mt_events WHERE type <> 'tombstone'")).ShouldBe(2 + 340 * 2);
    }

    [Fact]
    public async Task Those_who_wait_for_a_lock_do_not_keep_the_others_waiting()
    {
        var (holders, waiting) = (new List<OpenAppend>(), new List<Task>());
        for (var n = 1; n <= 7; n++)
        {
            var holder = await OpenAppend.WithStream(service.Sql);
            holders.Add(holder);
            waiting.Add(Store.Append([holder.Stream.At(0, Cases.Opened)], EventMetadata.None, CancellationToken.None));
            await Eventually.Holds(() => service.Scalar<bool>(
                "SELECT count(*) = $1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'", n));
        }

        for (var round = 0; round < 3; round++)
            await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Store.Append(Cases.New(), 0, Cases.Opened))).WaitAsync(Guard);

        waiting.ShouldAllBe(append => !append.IsCompleted);
        foreach (var holder in holders)
        {
            await holder.Rollback();
            await holder.DisposeAsync();
        }
        await Task.WhenAll(waiting).WaitAsync(Guard);
    }

    private async Task<(string? Error, int Kind)> Result(int i, StreamAppend[] appends)
    {
        try
        {
            await Store.Append(appends, EventMetadata.None, CancellationToken.None);
            return default;
        }
        catch (Exception e) when (e is StreamVersionConflictException or DuplicateEventException)
        {
            return (e.GetType().Name, i < 50 ? 0 : 1);
        }
    }
}
