using Dapper;
using Npgsql;

namespace Campaign.EventStore.Tests;

/// <summary>
/// One caller's argument cannot be bound, time and again, on the only connection there is. Whoever comes next, with the very statement
/// that failed, is served.
/// </summary>
public sealed class PoisonSpecs : IAsyncLifetime
{
    private const string Half = "店\ud83d铺";
    private const int Often = 4; // More than it takes to have a statement prepared by use.
    private const string Insert = "INSERT INTO public.poison_specs (text) VALUES (@text)";
    private const string InsertRow = "INSERT INTO public.poison_specs (text) SELECT * FROM unnest($1::text[])";

    private Instance service = null!;

    public async ValueTask InitializeAsync()
    {
        var database = new NpgsqlConnectionStringBuilder(await Campaign.Testing.Engines.FreshDatabase()) { MaxPoolSize = 1 };
        service = await Instance.Start(database: database.ConnectionString);
        await using var create = service.Sql.CreateCommand("CREATE TABLE public.poison_specs (text text)");
        await create.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public Task A_query_of_Dapper() => TheNeighbourIsUnhurt(async text =>
    {
        await using var connection = await service.Sql.OpenConnectionAsync();
        await connection.ExecuteAsync(Insert, new { text });
    });

    [Fact]
    public Task A_query_of_Dapper_in_a_transaction() => TheNeighbourIsUnhurt(async text =>
    {
        await using var connection = await service.Sql.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(Insert, new { text }, transaction);
        await transaction.CommitAsync();
    });

    [Fact]
    public Task A_command() => TheNeighbourIsUnhurt(async text =>
    {
        await using var command = service.Sql.CreateCommand("INSERT INTO public.poison_specs (text) VALUES ($1)");
        command.Parameters.Add(new NpgsqlParameter { Value = text });
        await command.ExecuteNonQueryAsync();
    });

    /// <summary>It is the first statement, which is sound, that Npgsql has marked by then.</summary>
    [Fact]
    public Task A_batch_of_which_a_later_statement_fails() => TheNeighbourIsUnhurt(async text =>
    {
        await using var connection = await service.Sql.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection);
        foreach (var argument in new[] { "好", text })
        {
            var sql = $"INSERT INTO public.poison_specs (text) VALUES ($1) -- {batch.BatchCommands.Count}";
            batch.BatchCommands.Add(new(sql) { Parameters = { new NpgsqlParameter { Value = argument } } });
        }

        await batch.ExecuteNonQueryAsync();
    });

    [Fact]
    public Task Rows_that_go_with_an_append() => TheNeighbourIsUnhurt(text => Append(text, EventMetadata.None));

    [Fact]
    public Task What_Marten_writes_of_an_event() => TheNeighbourIsUnhurt(text => Append("行", new EventMetadata(CorrelationId: text)));

    [Fact]
    public Task The_stream_that_is_read() => TheNeighbourIsUnhurt(async text =>
    {
        var stream = new StreamId<Case>(text, Guid.CreateVersion7());
        await service.Store.Case(stream);
        await Append("行", EventMetadata.None);
    });

    [Fact]
    public async Task A_batch_of_which_a_part_is_sent_already_does_not_wait_for_an_answer()
    {
        var sql = new SqlBatch();
        sql.Add("SELECT $1::text", new string('长', 1 << 20));
        sql.Add("SELECT $1::text", Half);

        await Should.ThrowAsync<UnstorableArgumentException>(
            () => service.Store.Append([Cases.New().At(0, Cases.Opened)], EventMetadata.None, CancellationToken.None, sql));
    }

    [Fact]
    public async Task Text_that_cannot_be_kept_is_named_before_it_is_sent()
    {
        foreach (var text in new[] { Half, "空\0", "\ude00" })
            await Should.ThrowAsync<UnstorableArgumentException>(() => Append(text, EventMetadata.None));
    }

    [Fact]
    public async Task What_is_appended_is_prepared_once_and_used_again()
    {
        for (var i = 0; i < Often; i++) await Append("行", EventMetadata.None);

        (await service.Scalar<long>("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE $1", InsertRow + "%")).ShouldBe(1);
        (await service.Scalar<long>(
            "SELECT max(generic_plans + custom_plans) FROM pg_prepared_statements WHERE statement LIKE $1", InsertRow + "%"))
                .ShouldBe(Often);
    }

    private static async Task TheNeighbourIsUnhurt(Func<string, Task> say)
    {
        await say("好");
        for (var i = 0; i < Often; i++)
        {
            await Should.ThrowAsync<Exception>(() => say(Half));
            await say("好");
        }
    }

    private async Task Append(string text, EventMetadata metadata)
    {
        var stream = Cases.New();
        var sql = new SqlBatch();
        sql.AddRow(stream, InsertRow, text);
        await service.Store.Append([stream.At(0, Cases.Opened)], metadata, CancellationToken.None, sql);
    }
}
