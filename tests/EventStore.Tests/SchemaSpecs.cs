using Campaign.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Shouldly;
using Xunit;

namespace Campaign.EventStore.Tests;

public sealed class SchemaSpecs
{
    [Fact]
    public async Task A_missing_database_is_created_by_whichever_of_two_instances_comes_first()
    {
        var server = new NpgsqlConnectionStringBuilder(await Engines.FreshDatabase()) { Database = $"missing \"{Guid.NewGuid():n}" };
        var missing = server.ConnectionString;

        var both = await Task.WhenAll(Start(missing), Start(missing));

        foreach (var instance in both)
        {
            await instance.Store.Append(Cases.New(), 0, Cases.Opened);
            await instance.DisposeAsync();
        }
    }

    [Fact]
    public async Task Scripts_are_applied_once_in_their_schemas()
    {
        var database = await Engines.FreshDatabase();
        await using (await Start(database))
        await using (await Start(database))
        {
            await using var service = await Start(database);
            (await service.Scalar<string>(
                "SELECT string_agg(schemaname || '.' || tablename, ' ' ORDER BY tablename) FROM pg_tables WHERE schemaname IN ('read', 'app')"))
                .ShouldBe("app.applied_scripts read.case_board app.letters read.street_totals");
        }
    }

    [Fact]
    public async Task A_kept_script_that_was_changed_after_it_ran_stops_the_start()
    {
        var database = await Engines.FreshDatabase();
        await using (var service = await Start(database))
        {
            await service.Scalar<int>(
                "WITH changed AS (UPDATE app.applied_scripts SET checksum = '' WHERE name LIKE '%letters%' RETURNING 1) SELECT 1 FROM changed");
        }

        (await Should.ThrowAsync<InvalidOperationException>(Start(database))).Message.ShouldContain("003_letters.app.sql");
    }

    [Theory]
    [InlineData("UPDATE app.applied_scripts SET checksum = '' WHERE name LIKE '%board%'")]
    [InlineData("DELETE FROM app.applied_scripts WHERE name LIKE '%board%'; DROP TABLE read.case_board")]
    public async Task Read_tables_of_another_release_are_made_anew_by_whichever_instance_comes_first(string otherRelease)
    {
        var database = await Engines.FreshDatabase();
        await using (var before = await Start(database))
        {
            await before.Store.Append(Cases.New(), 0, Cases.Opened);
            await before.Store.Append(Cases.New(), 0, Cases.Opened, Cases.Note());
            await using var command = before.Sql.CreateCommand(otherRelease);
            await command.ExecuteNonQueryAsync();
        }

        var both = await Task.WhenAll(Start(database), Start(database));

        foreach (var after in both)
        {
            (await after.Scalar<long>("SELECT count(*) FROM read.case_board")).ShouldBe(2);
            (await after.Scalar<long>("SELECT count(*) FROM app.applied_scripts WHERE checksum = ''")).ShouldBe(0);
            await after.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_waited_for()
    {
        using var enough = new CancellationTokenSource(TimeSpan.FromMilliseconds(1500));

        var waiting = Database.EnsureCreated("Host=127.0.0.1;Port=1;Database=x", NullLogger.Instance, TimeProvider.System, enough.Token);

        await Should.ThrowAsync<OperationCanceledException>(waiting);
    }

    private static Task<Instance> Start(string database)
        => Instance.Start(
            store => store.AddReadModel(typeof(SchemaSpecs).Assembly).AddProjection<CaseBoardProjection>(ProjectionMode.Inline), database);
}
