using Shouldly;
using Xunit;

namespace Campaign.EventStore.Tests;

public sealed class TransactSpecs : IAsyncLifetime
{
    private readonly StreamId<Case> stream = Cases.New();
    private Instance service = null!;

    private IEventStore Store => service.Store;

    public async ValueTask InitializeAsync() => service = await Instance.Start();

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task A_decision_is_appended_and_its_state_returned()
    {
        var done = await Store.Transact(
            stream, _ => Decision.Of(Cases.Opened, Cases.Note("一")), TransactOptions.None, CancellationToken.None);

        done.Version.ShouldBe(2);
        done.State.ShouldBe((await Store.Case(stream)).State);
    }

    [Fact]
    public async Task A_refusal_appends_nothing()
    {
        var refusal = new Refusal("case-closed", "问题已办结");

        var done = await Store.Transact(stream, _ => refusal, TransactOptions.None, CancellationToken.None);

        done.Refusal.ShouldBe(refusal);
        (await Store.Case(stream)).Version.ShouldBe(0);
    }

    [Fact]
    public async Task The_same_cause_appends_once()
    {
        var options = TransactOptions.None with { CausationId = Guid.CreateVersion7() };

        await Note(options);
        var repeat = await Note(options);

        repeat.Events.ShouldBeEmpty();
        repeat.Version.ShouldBe(1);
        (await Store.Case(stream)).Version.ShouldBe(1);
    }

    [Fact]
    public async Task A_clash_is_decided_anew_when_the_caller_named_no_version()
    {
        var decisions = 0;

        var done = await Store.Transact(
            stream, state => Interrupted(state, ref decisions), TransactOptions.None, CancellationToken.None);

        decisions.ShouldBe(2);
        done.Version.ShouldBe(2);
        done.State.Text.ShouldBe("先后");
    }

    [Fact]
    public async Task A_clash_is_the_callers_who_named_a_version()
    {
        var decisions = 0;
        var options = TransactOptions.None with { ExpectedVersion = 0 };

        await Should.ThrowAsync<StreamVersionConflictException>(
            Store.Transact(stream, state => Interrupted(state, ref decisions), options, CancellationToken.None));

        (await Store.Case(stream)).State.Text.ShouldBe("先");
    }

    [Fact]
    public async Task Concurrent_callers_all_get_through()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Note(TransactOptions.None)));

        (await Store.Case(stream)).Version.ShouldBe(8);
    }

    private Task<AppendResult<Case>> Note(TransactOptions options)
        => Store.Transact(stream, _ => Decision.Of(Cases.Note()), options, CancellationToken.None);

    // Somebody else appends between the first load and its append.
    private Decision Interrupted(Case state, ref int decisions)
    {
        if (decisions++ == 0) Task.Run(() => Store.Append(stream, 0, Cases.Note("先"))).GetAwaiter().GetResult();
        return Decision.Of(Cases.Note("后"));
    }
}
