using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Campaign.EventStore.Tests;

public sealed class SubscriptionSpecs : Subscriber
{
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

        (await Position()).ShouldBe(await service.Scalar<long>("SELECT max(seq_id) FROM mt_events"));
    }

    [Fact]
    public async Task A_handler_that_takes_its_time_is_called_once()
    {
        recorder.Then = async (page, cancellation) =>
        {
            await service.Scalar<string>("SELECT pg_sleep(0.2)::text");
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
            if (broken) page.Writes.Add("INSERT INTO no_such_table VALUES (1)");
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

        await Eventually.Holds(
            async () => await Status() is { LastError: "no paper", Position: 0, Head: 1, LagEvents: 1, LagSeconds: > 0 });
        repaired.SetResult();

        await Eventually.Holds(async () => await Status() is { LastError: null, Position: 1, LagEvents: 0, LagSeconds: 0 });
    }

    [Fact]
    public async Task An_event_of_a_newer_release_is_waited_with_and_all_before_it_handled()
    {
        await using var newer = await Instance.Start(
            database: service.Database, types: Cases.Types().Add(typeof(CaseReopened), "case_reopened"));
        var known = await Append();
        await newer.Store.Append(Cases.New(), 0, new CaseReopened());

        (await recorder.NextStreams(1)).ShouldBe([known]);
        await Eventually.Holds(async () => (await Status()).LastError?.Contains("case_reopened", StringComparison.Ordinal) == true);
        (await Position()).ShouldBe(1);
    }
}
