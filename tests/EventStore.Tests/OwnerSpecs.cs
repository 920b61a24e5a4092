using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Campaign.EventStore.Tests;

/// <summary>The role that serves reads and writes rows; only the owner makes tables.</summary>
public sealed class OwnerSpecs : IAsyncLifetime
{
    private Instance service = null!;

    public async ValueTask InitializeAsync()
    {
        var (owner, serving) = await OwnedDatabase.Create();
        service = await Instance.Start(
            store => store.AddReadModel(GetType().Assembly)
                .AddProjection<CaseBoardProjection>(ProjectionMode.Inline).AddProjection<StreetTotalsProjection>(ProjectionMode.Subscribed),
            serving, owner: owner);
    }

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Theory]
    [InlineData("CREATE TABLE public.mine (id int)")]
    [InlineData("CREATE TABLE read.mine (id int)")]
    [InlineData("CREATE SCHEMA mine")]
    [InlineData("ALTER TABLE public.mt_events ADD COLUMN mine int")]
    [InlineData("TRUNCATE public.mt_events")]
    public async Task The_serving_role_changes_no_schema(string ddl)
        => (await Should.ThrowAsync<PostgresException>(service.Scalar<int>(ddl))).SqlState.ShouldBe(
            PostgresErrorCodes.InsufficientPrivilege);

    [Fact]
    public async Task A_rebuild_is_the_owners_and_its_tables_can_be_written_by_the_serving_role()
    {
        var stream = Cases.New();
        await service.Store.Append(stream, 0, Cases.Opened, Cases.Note());

        (await service.Services.GetRequiredService<ProjectionRebuild>().Run(CancellationToken.None)).ShouldBe(2);
        await service.Store.Append(stream, 2, Cases.Note());

        (await service.Scalar<int>("SELECT notes FROM case_board")).ShouldBe(2);
        await Eventually.Holds(() => service.Scalar<bool>("SELECT EXISTS (SELECT FROM street_totals WHERE weight = 2.5)"));
    }

    [Fact]
    public async Task The_past_is_read_by_the_serving_role()
    {
        await service.Store.Append(Cases.New(), 0, Cases.Opened);

        await using var past = await service.Services.GetRequiredService<PointInTimeReplay>().Of(Cases.Street, CancellationToken.None);
        await past.AdvanceTo(1, CancellationToken.None);

        await using var count = new NpgsqlCommand("SELECT count(*) FROM case_board", past.Connection);
        (await count.ExecuteScalarAsync()).ShouldBe(1L);
    }
}
