using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Shouldly;
using Xunit;

namespace Campaign.EventStore.Tests;

/// <summary>Rows read together with the last event they hold can be had again.</summary>
[Collection(nameof(GapSpecs))]
public sealed class HorizonSpecs : IAsyncLifetime
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private Instance service = null!;

    public async ValueTask InitializeAsync() => service = await Instance.Start(
        store => store.AddReadModel(GetType().Assembly).AddProjection<CaseBoardProjection>(ProjectionMode.Inline));

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task A_reading_waits_for_what_is_in_flight_below_it()
    {
        await using var slow = await OpenAppend.WithNumber(service.Sql);
        await service.Store.Append(Cases.New(), 0, Cases.Opened);

        var reading = Horizon.Read(Cases.Street, connection => Count(connection, "SELECT count(*) FROM public.mt_events"), Never);
        await Eventually.Holds(() => service.Scalar<bool>(
            "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%pg_prepared_xacts%' AND pid <> pg_backend_pid())"));
        reading.IsCompleted.ShouldBeFalse();
        await slow.Commit();

        (await reading).ShouldBe((2, 2));
    }

    [Fact]
    public async Task What_comes_while_it_is_read_is_left_to_the_next()
    {
        var calls = 0;
        var first = Cases.New();
        await service.Store.Append(first, 0, Cases.Opened);

        var (notes, position) = await Horizon.Read(Cases.Street, async connection =>
        {
            if (calls++ == 0) await service.Store.Append(first, 1, Cases.Note());
            return await Count(connection, "SELECT sum(notes) FROM case_board");
        }, Never);

        (notes, position, calls).ShouldBe((0, 1, 1), "the snapshot is older than the note");
        (await Horizon.Read(Cases.Street, connection => Count(connection, "SELECT sum(notes) FROM case_board"), Never)).ShouldBe((1, 2));
    }

    [Fact]
    public async Task Past_tables_hold_what_the_street_knew_then()
    {
        var stream = Cases.New();
        await service.Store.Append(stream, 0, Cases.Opened, Cases.Note());
        var (_, then) = await Horizon.Read(Cases.Street, _ => Task.FromResult(0), Never);
        await service.Store.Append(Cases.New(Cases.OtherStreet), 0, Cases.Opened);
        await service.Store.Append(stream, 2, Cases.Note());
        var (_, now) = await Horizon.Read(Cases.Street, _ => Task.FromResult(0), Never);

        await using var past = await service.Services.GetRequiredService<PointInTimeReplay>().Of(Cases.Street, Never);
        await past.AdvanceTo(then, Never);
        (await Count(past.Connection, "SELECT sum(notes) FROM case_board")).ShouldBe(1);
        await past.AdvanceTo(now, Never);

        (await Count(past.Connection, "SELECT sum(notes) FROM case_board")).ShouldBe(2);
        (await Count(past.Connection, "SELECT count(*) FROM case_board")).ShouldBe(1, "the other street's are not there");
        (await service.Scalar<long>("SELECT count(*) FROM case_board")).ShouldBe(2, "the present tables are untouched");
    }

    private HighWaterSnapshot Horizon => service.Services.GetRequiredService<HighWaterSnapshot>();

    private static async Task<long> Count(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
