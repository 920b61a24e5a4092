using Xunit;

namespace Campaign.EventStore.Tests;

public sealed class AppendSpecs : IAsyncLifetime
{
    private Instance service = null!;

    private IEventStore Store => service.Store;

    public async ValueTask InitializeAsync() => service = await Instance.Start();

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task What_was_appended_is_loaded()
    {
        var stream = Cases.New();

        await Store.Append(stream, 0, Cases.Opened, Cases.Note("一"));
        await Store.Append(stream, 2, Cases.Note("二"));

        var (state, version) = await Store.Case(stream);
        state.ShouldBe(new Case(IsOpen: true, Notes: 2, Text: "一二"));
        version.ShouldBe(3);
    }

    [Fact]
    public async Task A_stream_that_does_not_exist_is_initial_at_version_zero()
        => (await Store.Case(Cases.New())).ShouldBe(new StreamState<Case>(Case.Initial, 0));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Another_version_than_expected_is_refused_and_takes_no_sequence_number(long expected)
    {
        var stream = Cases.New();
        await Store.Append(stream, 0, Cases.Opened, Cases.Note());
        var numbers = await service.Scalar<long>("SELECT last_value FROM mt_events_sequence");

        var conflict = await Should.ThrowAsync<StreamVersionConflictException>(Store.Append(stream, expected, Cases.Note()));

        conflict.Stream.ShouldBe(stream);
        conflict.ExpectedVersion.ShouldBe(expected);
        (await Store.Case(stream)).Version.ShouldBe(2);
        (await service.Scalar<long>("SELECT last_value FROM mt_events_sequence")).ShouldBe(numbers);
    }

    [Fact]
    public async Task A_stream_that_must_exist_and_does_not_is_a_conflict()
        => await Should.ThrowAsync<StreamVersionConflictException>(Store.Append(Cases.New(), 1, Cases.Note()));

    [Fact]
    public async Task Several_streams_are_appended_in_the_given_order_or_not_at_all()
    {
        var (first, second, third) = (Cases.New(), Cases.New(), Cases.New());
        await Store.Append([second.At(0, Cases.Opened), first.At(0, Cases.Opened)], EventMetadata.None, CancellationToken.None);

        var conflict = await Should.ThrowAsync<StreamVersionConflictException>(Store.Append(
            [third.At(0, Cases.Opened), first.At(7, Cases.Note()), second.At(1, Cases.Note())], EventMetadata.None,
            CancellationToken.None));

        conflict.Stream.ShouldBe(first);
        (await Store.Case(third)).Version.ShouldBe(0);
        (await Store.Case(second)).Version.ShouldBe(1);
        var sequences = new[] { second, first }.Select(async s => (await Store.Read(s, CancellationToken.None))[0].Sequence);
        (await Task.WhenAll(sequences)).ShouldBeInOrder();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_stream_grows_in_steps_that_each_have_their_reason(int there)
    {
        var (stream, beside) = (Cases.New(), Cases.New());
        if (there > 0) await Store.Append(stream, 0, Cases.Opened);
        StreamAppend Step(int step) =>
            stream.At(there + step, Cases.Note($"{step}")) with { Metadata = new($"reason {step}", User: $"u-{step}") };

        await Store.Append([Step(0), Step(1), Step(2), beside.At(0, Cases.Opened)], new("all"), CancellationToken.None);

        (await Store.Case(stream)).Version.ShouldBe(there + 3);
        var grown = (await Store.Read(stream, CancellationToken.None)).Skip(there)
            .Select(e => (e.Version, e.Metadata.CorrelationId, e.Metadata.User));
        grown.ShouldBe([(there + 1, "reason 0", "u-0"), (there + 2, "reason 1", "u-1"), (there + 3, "reason 2", "u-2")]);
        (await Store.Read(beside, CancellationToken.None))[0].Metadata.CorrelationId.ShouldBe("all");
        var late = await Should.ThrowAsync<StreamVersionConflictException>(
            Store.Append([Step(1), Step(2)], EventMetadata.None, CancellationToken.None));
        late.Stream.ShouldBe(stream);
        (await Store.Case(stream)).Version.ShouldBe(there + 3);
    }

    [Fact]
    public async Task Of_several_that_open_one_stream_at_once_the_first_has_it()
    {
        var stream = Cases.New();
        var won = await Task.WhenAll(Enumerable.Range(0, 40).Select(async _ =>
        {
            try
            {
                await Store.Append(stream, 0, Cases.Opened);
                return true;
            }
            catch (StreamVersionConflictException)
            {
                return false;
            }
        }));

        won.Count(w => w).ShouldBe(1);
        (await Store.Case(stream)).Version.ShouldBe(1);
    }

    [Fact]
    public async Task Concurrent_appends_to_the_same_streams_in_opposite_order_all_end()
    {
        var (one, other) = (Cases.New(), Cases.New());
        await Store.Append([one.At(0, Cases.Opened), other.At(0, Cases.Opened)], EventMetadata.None, CancellationToken.None);

        var won = await Task.WhenAll(Enumerable.Range(0, 20).Select(async i =>
        {
            StreamAppend[] both = [one.At(1, Cases.Note()), other.At(1, Cases.Note())];
            if (i % 2 == 0) Array.Reverse(both);
            try
            {
                await Store.Append(both, EventMetadata.None, CancellationToken.None);
                return true;
            }
            catch (StreamVersionConflictException)
            {
                return false;
            }
        }));

        won.Count(w => w).ShouldBe(1);
        (await Store.Case(one)).Version.ShouldBe(2);
        (await Store.Case(other)).Version.ShouldBe(2);
    }

    [Fact]
    public async Task An_event_id_is_stored_once()
    {
        var (stream, other, opened) = (Cases.New(), Cases.New(), NewEvent.Of(Cases.Opened));
        await Store.Append([StreamAppend.To(stream, 0, [opened])], EventMetadata.None, CancellationToken.None);

        await Should.ThrowAsync<DuplicateEventException>(
            Store.Append([StreamAppend.To(other, 0, [opened])], EventMetadata.None, CancellationToken.None));

        (await Store.Case(other)).Version.ShouldBe(0);
    }

    [Fact]
    public async Task The_same_id_in_two_streets_is_two_streams()
    {
        var here = Cases.New();
        var there = here with { Tenant = Cases.OtherStreet };

        await Store.Append(here, 0, Cases.Opened, Cases.Note());
        await Store.Append(there, 0, Cases.Opened);

        (await Store.Case(here)).Version.ShouldBe(2);
        (await Store.Case(there)).Version.ShouldBe(1);
        (await Store.Read(there, CancellationToken.None)).ShouldHaveSingleItem().Stream.ShouldBe(there);
    }

    [Fact]
    public async Task A_record_says_what_why_and_when()
    {
        var (stream, opened) = (Cases.New(), NewEvent.Of(Cases.Opened));
        var metadata = new EventMetadata("correlation", "causation", "user-7", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

        await Store.Append([StreamAppend.To(stream, 0, [opened])], metadata, CancellationToken.None);
        await Store.Append([stream.At(1, new CaseClosed(CaseOutcome.Withdrawn))], EventMetadata.None, CancellationToken.None);

        var events = await Store.Read(stream, CancellationToken.None);
        events.Select(e => e.Version).ShouldBe([1, 2]);
        events[0].ShouldBe(new RecordedEvent(stream, 1, opened.Id, Cases.Opened, metadata, events[0].Sequence, events[0].RecordedAt));
        (await service.Scalar<bool>("SELECT now() - $1 < interval '1 minute'", events[0].RecordedAt)).ShouldBeTrue();
        events[1].Metadata.ShouldBe(EventMetadata.None);
        events[1].Data.ShouldBe(new CaseClosed(CaseOutcome.Withdrawn));
    }

    [Fact]
    public async Task An_append_without_events_is_a_mistake()
        => await Should.ThrowAsync<ArgumentException>(Store.Append(Cases.New(), 0));
}
