using Shouldly;
using Xunit;

namespace Campaign.EventStore.Tests;

/// <summary>Several readers of one subscription, and readers that die on the way.</summary>
public sealed class TakeoverSpecs : Subscriber
{
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

        await service.Scalar<bool>(
            "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())");

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
            await service.Scalar<int>("WITH moved AS (UPDATE mt_event_progression SET last_seq_id = 1 RETURNING 1) SELECT 1 FROM moved");
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
        await Eventually.Holds(async () => await next.Scalar<long>("SELECT count(*) FROM letters") == 1);
    }
}
