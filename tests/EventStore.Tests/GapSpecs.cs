using Campaign.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Campaign.EventStore.Tests;

/// <summary>Transaction ids count for the whole server: other tests would make evidence come sooner or later.</summary>
[CollectionDefinition(nameof(GapSpecs), DisableParallelization = true)]
public sealed class NothingBeside;

/// <summary>Numbers are taken before commit: a subscription must never run past one that may still be committed.</summary>
[Collection(nameof(GapSpecs))]
public sealed class GapSpecs : IAsyncLifetime
{
    private Instance service = null!;
    private Recorder recorder = null!;

    public async ValueTask InitializeAsync()
    {
        service = await Instance.Start(store => store.AddSubscription<Recorder>());
        recorder = service.Services.GetRequiredService<Recorder>();
        await Eventually.Holds(() => service.Scalar<bool>("SELECT EXISTS (SELECT FROM mt_event_progression)"));
    }

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task An_event_in_flight_holds_the_later_ones_and_comes_in_order()
    {
        await using var slow = await OpenAppend.WithNumber(service.Sql);
        var later = await Append();

        await ReaderHasSeenTheGap();
        recorder.Count.ShouldBe(0);
        await slow.Commit();

        (await recorder.NextStreams(2)).ShouldBe([slow.Stream, later]);
    }

    [Fact]
    public async Task What_precedes_an_event_in_flight_is_not_held()
    {
        var before = await Append();
        (await recorder.NextStreams(1)).ShouldBe([before]);
        await using var slow = await OpenAppend.WithNumber(service.Sql);
        await Append();
        await ReaderHasSeenTheGap();

        recorder.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_number_whose_append_was_rolled_back_is_passed_by_evidence()
    {
        await using var dying = await OpenAppend.WithNumber(service.Sql);
        var later = await Append();
        await ReaderHasSeenTheGap();
        recorder.Count.ShouldBe(0);

        await dying.Rollback();

        (await recorder.NextStreams(1)).ShouldBe([later]);
    }

    [Fact]
    public async Task An_event_in_flight_is_held_for_even_when_its_transaction_is_younger_than_the_one_behind_it()
    {
        // Ids and numbers are taken in opposite order, and only the older transaction, with the higher number, commits.
        await using var older = await OpenAppend.WithStream(service.Sql);
        await using var younger = await OpenAppend.WithStream(service.Sql);
        await younger.TakeNumber();
        await older.TakeNumber();
        await older.Commit();

        await ReaderHasSeenTheGap();
        recorder.Count.ShouldBe(0);
        await younger.Commit();

        (await recorder.NextStreams(2)).ShouldBe([younger.Stream, older.Stream]);
    }

    [Fact]
    public async Task A_writer_that_takes_its_number_before_it_writes_is_waited_for()
    {
        // PostgreSQL logs every 32nd number only, and a transaction gets its id when it first logs something.
        await Append();
        await recorder.Next(1);
        await using var marten = await OpenAppend.WithNumberOnly(service.Sql);
        (await marten.Scalar("SELECT pg_current_xact_id_if_assigned() IS NULL")).ShouldBe(expected: true);
        var later = await Append();

        await ReaderHasSeenTheGap();
        recorder.Count.ShouldBe(1);
        await marten.Rollback();

        (await recorder.NextStreams(1)).ShouldBe([later]);
    }

    [Fact]
    public async Task Many_writers_some_of_them_failing_lose_and_repeat_nothing()
    {
        var streams = new System.Collections.Concurrent.ConcurrentBag<StreamId>();
        await Parallel.ForEachAsync(Enumerable.Range(0, 8), async (writer, cancellation) =>
        {
            for (var i = 0; i < 40; i++)
            {
                if (i % 5 == writer % 5)
                {
                    await using var dying = await OpenAppend.WithNumber(service.Sql);
                    await dying.Rollback();
                }

                streams.Add(await Append());
            }
        });

        var seen = await recorder.Next(streams.Count);

        seen.Select(e => e.Sequence).ShouldBeInOrder();
        seen.Select(e => e.Stream).ShouldBe(streams, ignoreOrder: true);
        recorder.Count.ShouldBe(streams.Count);
    }

    [Fact]
    public async Task A_forgotten_transaction_of_another_database_holds_nobody()
    {
        await using var elsewhere = NpgsqlDataSource.Create(await Engines.FreshDatabase());
        await using var connection = await elsewhere.OpenConnectionAsync();
        await using var forgotten = await connection.BeginTransactionAsync();
        await using var write = new NpgsqlCommand("SELECT pg_current_xact_id()::text", connection);
        await write.ExecuteScalarAsync();
        await using var dying = await OpenAppend.WithNumber(service.Sql);
        var later = await Append();
        await dying.Rollback();

        (await recorder.NextStreams(1)).ShouldBe([later]);
    }

    [Fact]
    public async Task The_status_says_who_is_waited_for()
    {
        await using var slow = await OpenAppend.WithNumber(service.Sql);
        var pid = (int)(await slow.Scalar("SELECT pg_backend_pid()"))!;
        await Append();

        await Eventually.Holds(async () => (await Status()).WaitsFor is { } holder && holder.Pid == pid && holder.Since is not null
            && holder.Application.Length > 0);
        await slow.Rollback();

        await Eventually.Holds(async () => await Status() is { WaitsFor: null, LagEvents: 0 });
    }

    [Fact]
    public async Task What_marten_writes_in_the_place_of_a_number_drawn_in_vain_is_no_event()
    {
        var first = await Append();
        var taken = NewEvent.Of(Cases.Opened);
        await service.Store.Append([StreamAppend.To(Cases.New(), 0, [taken])], EventMetadata.None, CancellationToken.None);
        await Should.ThrowAsync<DuplicateEventException>(service.Store.Append(
            [Cases.New().At(0, Cases.Opened), StreamAppend.To(Cases.New(), 0, [taken])], EventMetadata.None, CancellationToken.None));
        await Eventually.Holds(() => service.Scalar<bool>("SELECT EXISTS (SELECT FROM mt_events WHERE type = 'tombstone')"));

        (await recorder.Next(2))[0].Stream.ShouldBe(first);
        await Eventually.Holds(
            () => service.Scalar<bool>("SELECT last_seq_id = (SELECT max(seq_id) FROM mt_events) FROM mt_event_progression"));
        recorder.Count.ShouldBe(2);
        (await Status()).LagSeconds.ShouldBe(0);
    }

    private async Task<SubscriptionStatus> Status()
        => (await service.Services.GetRequiredService<SubscriptionStatuses>().Read(CancellationToken.None)).ShouldHaveSingleItem();

    private async Task<StreamId> Append()
    {
        var stream = Cases.New();
        await service.Store.Append(stream, 0, Cases.Opened);
        return stream;
    }

    // The reader asks whether the gap is closed, again and again, and so far it is not.
    private Task ReaderHasSeenTheGap() => Eventually.Holds(() => service.Scalar<bool>(
        "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%pg_prepared_xacts%' AND pid <> pg_backend_pid())"));
}
