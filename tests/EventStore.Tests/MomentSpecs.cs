using Shouldly;
using Xunit;

namespace Campaign.EventStore.Tests;

/// <summary>A refusal is of one moment, however many reads it stands on.</summary>
public sealed class MomentSpecs : IAsyncLifetime
{
    private static readonly Refusal Refused = new("docket-full", "案卷已满");
    private readonly StreamId<Case> stream = Cases.New();
    private Instance service = null!;

    private IEventStore Store => service.Store;

    public async ValueTask InitializeAsync()
    {
        service = await Instance.Start(store => store.AddReadModel(GetType().Assembly));
        await Store.Append(stream, 0, Cases.Opened);
    }

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task A_stream_that_moves_while_another_is_loaded_is_decided_on_anew()
    {
        var decisions = 0;

        var done = await Transact(async (_, streams) =>
        {
            if (++decisions == 1) await Store.Append(stream, 1, Cases.Note("一"));
            await streams.Load(Cases.NewDocket());
            return decisions == 1 ? Refused : JointDecision.Nothing;
        });

        (done.Refusal, done.Version, decisions).ShouldBe((null, 2, 2));
    }

    [Fact]
    public async Task A_stream_that_moves_while_rows_are_read_is_decided_on_anew()
    {
        var decisions = 0;

        var done = await Transact(async (_, _) =>
        {
            if (++decisions == 1) await Store.Append(stream, 1, Cases.Note("一"));
            return await service.Scalar<long>("SELECT count(*) FROM letters") == 0 && decisions == 1 ? Refused : JointDecision.Nothing;
        });

        (done.Refusal, done.Version, decisions).ShouldBe((null, 2, 2));
    }

    [Fact]
    public async Task A_refusal_that_nobody_crossed_is_given_at_once()
    {
        var decisions = 0;

        var done = await Transact((_, _) =>
        {
            decisions++;
            return Task.FromResult<JointDecision>(Refused);
        });

        (done.Refusal, decisions).ShouldBe((Refused, 1));
    }

    private Task<AppendResult<Case>> Transact(Func<StreamRef<Case>, StreamLoader, Task<JointDecision>> decide)
        => Store.Transact(stream, decide, TransactOptions.None, CancellationToken.None);
}
