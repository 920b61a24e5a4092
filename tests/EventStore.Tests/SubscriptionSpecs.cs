using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Campaign.EventStore.Tests;

public abstract class SubscriptionSpecs(string implementation) : IAsyncLifetime
{
    private Instance service = null!;
    private Recorder recorder = null!;

    public async ValueTask InitializeAsync()
    {
        service = await Start();
        recorder = RecorderOf(service);
    }

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task Every_event_comes_in_order_with_all_that_is_known_of_it()
    {
        var stream = Cases.New();
        var metadata = new EventMetadata("correlation", "causation", "user-7");
        await service.Store.Append([stream.At(0, Cases.Opened, Cases.Note())], metadata, CancellationToken.None);

        (await recorder.Next(2)).ShouldBe(await service.Store.Read(stream, CancellationToken.None));
    }

    [Fact]
    public async Task The_position_is_stored_with_the_writes_of_the_handler()
    {
        recorder.Then = WriteLetters;
        await Append();

        await Eventually.Holds(async () => await Letters() == 1);

        (await Position()).ShouldBe(await service.Scalar<long>("select max(seq_id) from mt_events"));
    }

    [Fact]
    public async Task A_handler_that_takes_its_time_is_called_once()
    {
        recorder.Then = async (page, cancellation) =>
        {
            await service.Scalar<string>("select pg_sleep(0.2)::text");
            await WriteLetters(page, cancellation);
        };
        await Append();

        await Eventually.Holds(async () => await Letters() == 1);

        recorder.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_page_whose_writes_fail_moves_nothing_and_comes_again()
    {
        var broken = true;
        recorder.Then = async (page, cancellation) =>
        {
            await WriteLetters(page, cancellation);
            if (broken) page.Writes.Add("insert into no_such_table values (1)");
            broken = false;
        };
        var stream = await Append();

        (await recorder.NextStreams(2)).ShouldBe([stream, stream]);
        await Eventually.Holds(async () => await Letters() == 1);
    }

    [Fact]
    public async Task A_handler_that_fails_is_seen_in_the_status_until_it_succeeds()
    {
        var repaired = new TaskCompletionSource();
        recorder.Then = (_, _) => repaired.Task.IsCompleted ? Task.CompletedTask : throw new InvalidOperationException("no paper");
        await Append();

        await Eventually.Holds(async () => await Status() is { LastError: "no paper", Position: 0, Head: 1, LagEvents: 1, LagSeconds: > 0 });
        repaired.SetResult();

        await Eventually.Holds(async () => await Status() is { LastError: null, Position: 1, LagEvents: 0, LagSeconds: 0 });
    }

    [Fact]
    public async Task An_append_of_another_instance_is_noticed()
    {
        await Append();
        await recorder.Next(1);
        await using var other = await Start(service.Database);

        var stream = Cases.New();
        await other.Store.Append(stream, 0, Cases.Opened);

        (await recorder.NextStreams(1)).ShouldBe([stream]);
    }

    [Fact]
    public async Task Of_two_readers_one_is_active_and_the_other_takes_over()
    {
        await Append();
        await recorder.Next(1);
        await using var standby = await Start(service.Database);
        await Append();
        await recorder.Next(1);
        RecorderOf(standby).Count.ShouldBe(0);
        await Eventually.Holds(async () => await Status() is { LagEvents: 0 });

        await service.Stop();
        var stream = Cases.New();
        await standby.Store.Append(stream, 0, Cases.Opened);

        (await RecorderOf(standby).NextStreams(1)).ShouldBe([stream]);
    }

    [Fact]
    public async Task A_reader_that_loses_its_connection_stops_at_once_and_stores_nothing()
    {
        var stopped = new TaskCompletionSource();
        recorder.Then = async (page, cancellation) =>
        {
            recorder.Then = WriteLetters;
            await WriteLetters(page, cancellation);
            await using var registration = cancellation.Register(stopped.SetResult);
            await stopped.Task;
        };
        var stream = await Append();
        await recorder.Next(1);

        await service.Scalar<bool>("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())");

        await stopped.Task.WaitAsync(TimeSpan.FromSeconds(20));
        (await recorder.NextStreams(1)).ShouldBe([stream]);
        await Eventually.Holds(async () => await Letters() == 1 && await Position() == 1);
    }

    [Fact]
    public async Task A_reader_whose_position_was_moved_meanwhile_writes_nothing()
    {
        recorder.Then = async (page, cancellation) =>
        {
            await WriteLetters(page, cancellation);
            await service.Scalar<int>("with moved as (update mt_event_progression set last_seq_id = 1 returning 1) select 1 from moved");
            recorder.Then = (_, _) => Task.CompletedTask;
        };
        await Append();
        await recorder.Next(1);
        var stream = await Append();

        (await recorder.NextStreams(1)).ShouldBe([stream]);
        (await Letters()).ShouldBe(0);
    }

    [Fact]
    public async Task A_process_that_dies_between_handling_and_storing_gets_the_page_again()
    {
        var handled = new TaskCompletionSource();
        recorder.Then = async (page, cancellation) =>
        {
            await WriteLetters(page, cancellation);
            handled.TrySetResult();
            await new TaskCompletionSource().Task.WaitAsync(cancellation);
        };
        var stream = await Append();
        await handled.Task;
        await service.Stop();

        await using var next = await Start(service.Database);
        RecorderOf(next).Then = WriteLetters;

        (await RecorderOf(next).NextStreams(1)).ShouldBe([stream]);
        await Eventually.Holds(async () => await next.Scalar<long>("select count(*) from letters") == 1);
    }

    [Fact]
    public async Task An_event_of_a_newer_release_is_waited_with_and_all_before_it_handled()
    {
        await using var newer = await Instance.Start(
            implementation, database: service.Database, types: Cases.Types().Add(typeof(CaseReopened), "case_reopened"));
        var known = await Append();
        await newer.Store.Append(Cases.New(), 0, new CaseReopened());

        (await recorder.NextStreams(1)).ShouldBe([known]);
        await Eventually.Holds(async () => (await Status()).LastError?.Contains("case_reopened", StringComparison.Ordinal) == true);
        (await Position()).ShouldBe(1);
    }

    private static Task WriteLetters(SubscriptionPage page, CancellationToken cancellation)
    {
        foreach (var @event in page.Events) page.Writes.Add("insert into letters (event_id) values ($1)", @event.Id);
        return Task.CompletedTask;
    }

    private static Recorder RecorderOf(Instance instance) => instance.Services.GetRequiredService<Recorder>();

    private Task<Instance> Start(string? database = null)
        => Instance.Start(implementation, store => store.AddReadModel(GetType().Assembly).AddSubscription<Recorder>(), database);

    private async Task<StreamId> Append()
    {
        var stream = Cases.New();
        await service.Store.Append(stream, 0, Cases.Opened);
        return stream;
    }

    private async Task<SubscriptionStatus> Status()
        => (await service.Services.GetRequiredService<SubscriptionStatuses>().Read(CancellationToken.None)).ShouldHaveSingleItem();

    private Task<long> Position() => service.Scalar<long>("select last_seq_id from mt_event_progression where name = 'Recorder:All'");

    private Task<long> Letters() => service.Scalar<long>("select count(*) from letters");
}
