using Shouldly;
using Xunit;

namespace Campaign.EventStore.Tests;

/// <summary>What a decision only read may move, unless it says that it must not.</summary>
public sealed class UnmovedSpecs : IAsyncLifetime
{
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(60);
    private static readonly Refusal OtherIsClosed = new("other-closed", "另一案件已办结");
    private readonly StreamId<Case> one = Cases.New();
    private readonly StreamId<Case> other = Cases.New();
    private Instance service = null!;

    private IEventStore Store => service.Store;

    public async ValueTask InitializeAsync()
    {
        service = await Instance.Start();
        foreach (var stream in new[] { one, other }) await Store.Append(stream, 0, Cases.Opened);
    }

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task A_stream_that_was_only_read_may_move_unless_the_decision_says_otherwise()
    {
        (await CloseInterrupted(hold: false)).Refusal.ShouldBeNull();
        (await Store.Case(one)).State.IsOpen.ShouldBeFalse();
    }

    [Fact]
    public async Task Where_it_must_not_move_all_is_decided_anew()
    {
        (await CloseInterrupted(hold: true)).Refusal.ShouldBe(OtherIsClosed);
        (await Store.Case(one)).ShouldBe(new(new(IsOpen: true, 0, ""), 1));
    }

    [Fact]
    public async Task What_the_decision_changes_itself_needs_no_holding()
    {
        var done = await Store.Transact(
            one,
            async (closing, streams) =>
            {
                var read = await streams.Load(other);
                return JointDecision.Of(closing.Gets(Cases.Note()), read.Gets(Cases.Note())).IfUnmoved(read);
            },
            TransactOptions.None, CancellationToken.None);

        done.Version.ShouldBe(2);
    }

    [Fact]
    public async Task Of_two_that_rely_on_each_other_one_goes_first()
    {
        for (var round = 0; round < 20; round++)
        {
            var (left, right) = (Cases.New(), Cases.New());
            foreach (var stream in new[] { left, right }) await Store.Append(stream, 0, Cases.Opened);

            var done = await Task.WhenAll(Close(left, right), Close(right, left)).WaitAsync(Guard);

            done.Count(outcome => outcome.Refusal is null).ShouldBe(1);
        }
    }

    [Fact]
    public async Task Who_relies_on_a_stream_that_somebody_is_writing_does_not_wait_in_his_transaction()
    {
        await using var writing = await service.Sql.OpenConnectionAsync();
        await using var transaction = await writing.BeginTransactionAsync();
        await using var locking =
            new Npgsql.NpgsqlCommand(
                "SELECT 1 FROM mt_streams WHERE id = $1 FOR UPDATE", writing)
            { Parameters = { new() { Value = other.Id } } };
        await locking.ExecuteNonQueryAsync();

        var attempts = 0;
        var closing = Close(one, other, () => Interlocked.Increment(ref attempts));
        await Eventually.Holds(() => Volatile.Read(ref attempts) > 1);
        await transaction.RollbackAsync();

        (await closing.WaitAsync(Guard)).Refusal.ShouldBeNull();
    }

    private Task<AppendResult<Case>> Close(StreamId<Case> stream, StreamId<Case> read, Action? asked = null) => Store.Transact(
        stream,
        async (closing, streams) =>
        {
            asked?.Invoke();
            return Decide(closing, await streams.Load(read), hold: true);
        },
        TransactOptions.None, CancellationToken.None);

    // Somebody closes the other one between its load and the append.
    private Task<AppendResult<Case>> CloseInterrupted(bool hold)
    {
        var decisions = 0;
        return Store.Transact(
            one,
            async (closing, streams) =>
            {
                var read = await streams.Load(other);
                if (decisions++ == 0) await Store.Append(other, 1, new CaseClosed(CaseOutcome.Solved));
                return Decide(closing, read, hold);
            },
            TransactOptions.None, CancellationToken.None);
    }

    private static JointDecision Decide(StreamRef<Case> closing, StreamRef<Case> read, bool hold)
    {
        if (!read.State.IsOpen) return OtherIsClosed;
        var closed = JointDecision.Of(closing.Gets(new CaseClosed(CaseOutcome.Solved)));
        return hold ? closed.IfUnmoved(read) : closed;
    }
}
