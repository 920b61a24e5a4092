using Campaign.Testing;
using Shouldly;
using Xunit;

namespace Campaign.EventStore.Tests;

/// <summary>What the door asks of PostgreSQL, counted on the wire.</summary>
public sealed class RoundTripSpecs : IAsyncLifetime
{
    private readonly StreamId<Case> stream = Cases.New();
    private TcpRelay relay = null!;
    private Instance service = null!;

    public async ValueTask InitializeAsync()
    {
        relay = TcpRelay.Before(await Engines.FreshDatabase(), out var relayed);
        relay.Join();
        service = await Instance.Start(
            store =>
            {
                store.AddReadModel(GetType().Assembly).AddProjection<CaseBoardProjection>(ProjectionMode.Inline);
                // It asks on its own account, whenever its time has come.
                store.Services.Remove(store.Services.Single(service => service.ImplementationType == typeof(LagMeter)));
            },
            relayed);
        await service.Store.Append(stream, 0, Cases.Opened);
        await service.Store.Case(stream);
    }

    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        relay.Dispose();
    }

    [Fact]
    public async Task An_append_is_one_whatever_rows_go_with_it()
    {
        await service.Store.Append(stream, 1, Cases.Note(), Cases.Note());
        (await Counted(() => service.Store.Append(stream, 3, Cases.Note(), Cases.Note()))).ShouldBe(1);
    }

    [Fact]
    public async Task So_is_one_to_several_streams()
    {
        await Several(1);
        (await Counted(() => Several(2))).ShouldBe(1);
    }

    [Fact]
    public async Task A_transaction_is_two_to_load_and_to_append()
    {
        await Decided();
        (await Counted(Decided)).ShouldBe(2);
    }

    [Fact]
    public async Task A_statement_that_the_connection_has_not_seen_is_prepared_in_one_more()
        => (await Counted(() => Several(1))).ShouldBe(2);

    private Task Several(long version) => service.Store.Append(
        [stream.At(version, Cases.Note()), Cases.New().At(0, Cases.Opened)], EventMetadata.None, CancellationToken.None);

    private Task Decided() => service.Store.Transact(
        stream, _ => Decision.Of(Cases.Note()), TransactOptions.None, CancellationToken.None);

    private async Task<int> Counted(Func<Task> work)
    {
        var before = relay.Questions;
        await work();
        return relay.Questions - before;
    }
}
