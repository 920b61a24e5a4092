using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Campaign.EventStore.Tests;

public sealed class ProjectionSpecs : IAsyncLifetime
{
    private Instance service = null!;

    public async ValueTask InitializeAsync() => service = await Instance.Start(store => store
        .AddReadModel(GetType().Assembly)
        .AddProjection<CaseBoardProjection>(ProjectionMode.Inline)
        .AddProjection<StreetTotalsProjection>(ProjectionMode.Subscribed));

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task An_inline_row_is_there_when_the_append_returns()
    {
        var stream = Cases.New();

        await service.Store.Append(stream, 0, Cases.Opened, Cases.Note());

        (await service.Scalar<int>("SELECT notes FROM case_board WHERE id = $1", stream.Id)).ShouldBe(1);
        (await service.Scalar<bool>("SELECT opened = $2 FROM case_board WHERE id = $1", stream.Id, Cases.Opened.At.ToUniversalTime()))
            .ShouldBeTrue();
    }

    [Fact]
    public async Task Neither_inline_rows_nor_what_goes_alongside_survive_a_clash()
    {
        var stream = Cases.New();
        await service.Store.Append(stream, 0, Cases.Opened);

        await Should.ThrowAsync<StreamVersionConflictException>(
            service.Store.Append([stream.At(0, Cases.Note())], EventMetadata.None, CancellationToken.None, Letter()));

        (await service.Scalar<int>("SELECT notes FROM case_board WHERE id = $1", stream.Id)).ShouldBe(0);
        (await service.Scalar<long>("SELECT count(*) FROM letters")).ShouldBe(0);
    }

    [Fact]
    public async Task What_goes_alongside_is_committed_with_the_append()
    {
        await service.Store.Append([Cases.New().At(0, Cases.Opened)], EventMetadata.None, CancellationToken.None, Letter());

        (await service.Scalar<long>("SELECT count(*) FROM letters")).ShouldBe(1);
    }

    [Fact]
    public async Task An_append_whose_projection_fails_stores_nothing()
    {
        var stream = Cases.New();
        var broken = new SqlBatch();
        broken.Add("INSERT INTO letters (event_id) VALUES (NULL)");

        await Should.ThrowAsync<Npgsql.PostgresException>(
            service.Store.Append([stream.At(0, Cases.Opened)], EventMetadata.None, CancellationToken.None, broken));

        (await service.Store.Case(stream)).Version.ShouldBe(0);
    }

    [Fact]
    public async Task Of_many_appends_at_once_only_those_that_won_write_their_rows()
    {
        var hot = Cases.New();
        await service.Store.Append(hot, 0, Cases.Opened);

        await Task.WhenAll(Enumerable.Range(0, 200).Select(async i =>
        {
            try
            {
                await service.Store.Append(
                    [i % 2 == 0 ? hot.At(1, Cases.Note()) : Cases.New().At(0, Cases.Opened)], EventMetadata.None,
                    CancellationToken.None, Letter());
            }
            catch (StreamVersionConflictException)
            {
                // All but one of those to the same stream.
            }
        }));

        (await service.Scalar<int>("SELECT notes FROM case_board WHERE id = $1", hot.Id)).ShouldBe(1);
        (await service.Scalar<long>("SELECT count(*) FROM case_board")).ShouldBe(101);
        (await service.Scalar<long>("SELECT count(*) FROM letters")).ShouldBe(101);
    }

    [Fact]
    public async Task A_subscribed_projection_follows_and_keeps_its_position()
    {
        await service.Store.Append(Cases.New(), 0, Cases.Opened, Cases.Note(), Cases.Note());
        await Followed();

        (await service.Scalar<decimal>("SELECT weight FROM street_totals WHERE street = $1", Cases.Street)).ShouldBe(2.5m);
    }

    [Fact]
    public async Task A_rebuild_beside_appends_gives_the_rows_that_live_projections_give()
    {
        for (var i = 0; i < 700; i++) await service.Store.Append(
            Cases.New(i % 3 == 0 ? Cases.OtherStreet : Cases.Street), 0, Cases.Opened, Cases.Note());
        await Followed();
        var before = await Rows();
        await service.Scalar<int>("WITH wrong AS (UPDATE case_board SET notes = 99 RETURNING 1) SELECT 1");
        await service.Scalar<int>("WITH wrong AS (UPDATE street_totals SET cases = 99 RETURNING 1) SELECT 1");

        (await Rebuild()).ShouldBe(1400);
        (await Rows()).ShouldBe(before);

        using var rebuilt = new CancellationTokenSource();
        var appends = Parallel.ForEachAsync(Enumerable.Range(0, 4), async (_, _) =>
        {
            while (!rebuilt.IsCancellationRequested)
            {
                var stream = Cases.New();
                await service.Store.Append(stream, 0, Cases.Opened);
                await service.Store.Append(stream, 1, Cases.Note(), new CaseClosed(CaseOutcome.Solved));
            }
        });
        await Rebuild();
        await Rebuild();
        await rebuilt.CancelAsync();
        await appends;
        await Followed();

        var live = await Rows();
        await Rebuild();
        (await Rows()).ShouldBe(live);
        (await service.Scalar<long>("SELECT sum(cases) FROM street_totals"))
            .ShouldBe(await service.Scalar<long>("SELECT count(*) FROM mt_streams"));
    }

    [Fact]
    public async Task One_rebuild_runs_at_a_time_and_leaves_nothing_behind()
    {
        await using var connection = await service.Sql.OpenConnectionAsync();
        await using var command = new Npgsql.NpgsqlCommand("SELECT pg_advisory_lock(hashtextextended('campaign:rebuild', 0))", connection);
        await command.ExecuteNonQueryAsync();

        await Should.ThrowAsync<InvalidOperationException>(Rebuild());

        command.CommandText = "SELECT pg_advisory_unlock_all()";
        await command.ExecuteNonQueryAsync();
        await Rebuild();
        (await service.Scalar<long>("SELECT count(*) FROM pg_namespace WHERE nspname IN ('read_old', 'read_next')")).ShouldBe(0);
    }

    private static SqlBatch Letter()
    {
        var alongside = new SqlBatch();
        alongside.Add("INSERT INTO letters (event_id) VALUES ($1)", Guid.CreateVersion7());
        return alongside;
    }

    private Task<long> Rebuild() => service.Services.GetRequiredService<ProjectionRebuild>().Run(CancellationToken.None);

    private Task Followed() => Eventually.Holds(() => service.Scalar<bool>(
        "SELECT EXISTS (SELECT FROM mt_event_progression WHERE name = $1 AND last_seq_id = (SELECT max(seq_id) FROM mt_events))",
        StreetTotalsProjection.Position));

    private Task<string> Rows() => service.Scalar<string>(
        """
        SELECT (SELECT string_agg(b::text, ';' ORDER BY id) FROM case_board b) || '|' ||
            (SELECT string_agg(t::text, ';' ORDER BY street) FROM street_totals t)
        """);
}
