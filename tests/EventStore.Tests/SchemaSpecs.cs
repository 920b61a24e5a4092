using Campaign.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Shouldly;
using Xunit;

namespace Campaign.EventStore.Tests;

public sealed class SchemaSpecs
{
    private const string Columns = """
        select string_agg(concat_ws(' ', column_name,
                case data_type when 'character varying' then 'varchar' when 'timestamp with time zone' then 'timestamptz' else data_type end
                    || coalesce('(' || character_maximum_length || ')', ''),
                case is_nullable when 'NO' then 'NOT NULL' end, 'DEFAULT ' || column_default), e'\n' order by ordinal_position)
        from information_schema.columns where table_schema = 'public' and table_name = $1
        """;

    [Theory]
    [InlineData("mt_streams", """
        tenant_id varchar NOT NULL
        id uuid NOT NULL
        type varchar
        version bigint
        timestamp timestamptz NOT NULL DEFAULT now()
        created timestamptz NOT NULL DEFAULT now()
        is_archived boolean DEFAULT false
        """)]
    [InlineData("mt_events", """
        seq_id bigint NOT NULL
        id uuid NOT NULL
        stream_id uuid
        version bigint NOT NULL
        data jsonb NOT NULL
        bdata bytea
        type varchar(500) NOT NULL
        timestamp timestamptz NOT NULL
        tenant_id varchar DEFAULT '*DEFAULT*'::character varying
        mt_dotnet_type varchar
        correlation_id varchar
        causation_id varchar
        headers jsonb
        is_archived boolean DEFAULT false
        """)]
    [InlineData("mt_event_progression", """
        name varchar NOT NULL
        last_seq_id bigint
        last_updated timestamptz DEFAULT transaction_timestamp()
        """)]
    [InlineData("mt_high_water_skips", """
        ending_sequence bigint NOT NULL
        starting_sequence bigint NOT NULL
        timestamp timestamptz DEFAULT transaction_timestamp()
        """)]
    public async Task The_event_tables_are_those_of_marten(string table, string columns)
    {
        await using var service = await Instance.Start();

        (await service.Scalar<string>(Columns, table)).ShouldBe(columns.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("pkey_mt_streams_tenant_id_id", "CREATE UNIQUE INDEX pkey_mt_streams_tenant_id_id ON public.mt_streams USING btree (tenant_id, id)")]
    [InlineData("pkey_mt_events_seq_id", "CREATE UNIQUE INDEX pkey_mt_events_seq_id ON public.mt_events USING btree (seq_id)")]
    [InlineData("pk_mt_events_stream_and_version", "CREATE UNIQUE INDEX pk_mt_events_stream_and_version ON public.mt_events USING btree (tenant_id, stream_id, version)")]
    [InlineData("idx_mt_events_event_id", "CREATE UNIQUE INDEX idx_mt_events_event_id ON public.mt_events USING btree (id)")]
    [InlineData("pk_mt_event_progression", "CREATE UNIQUE INDEX pk_mt_event_progression ON public.mt_event_progression USING btree (name)")]
    public async Task The_keys_are_those_of_marten(string name, string definition)
    {
        await using var service = await Instance.Start();

        (await service.Scalar<string>("select indexdef from pg_indexes where indexname = $1", name)).ShouldBe(definition);
        (await service.Scalar<string>("select pg_get_constraintdef(oid) from pg_constraint where conname = 'fkey_mt_events_stream_id_tenant_id'"))
            .ShouldBe("FOREIGN KEY (tenant_id, stream_id) REFERENCES mt_streams(tenant_id, id)");
        (await service.Scalar<string>("select pg_get_serial_sequence('mt_events', 'seq_id')")).ShouldBe("public.mt_events_sequence");
    }

    [Fact]
    public async Task A_missing_database_is_created_by_whichever_of_two_instances_comes_first()
    {
        var missing = new NpgsqlConnectionStringBuilder(await Engines.FreshDatabase()) { Database = $"missing \"{Guid.NewGuid():n}" }.ConnectionString;

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
                "select string_agg(schemaname || '.' || tablename, ' ' order by tablename) from pg_tables where schemaname in ('read', 'app')"))
                .ShouldBe("app.applied_scripts read.case_board app.letters read.street_totals");
        }
    }

    [Fact]
    public async Task A_kept_script_that_was_changed_after_it_ran_stops_the_start()
    {
        var database = await Engines.FreshDatabase();
        await using (var service = await Start(database))
        {
            await service.Scalar<int>("with changed as (update app.applied_scripts set checksum = '' where name like '%letters%' returning 1) select 1 from changed");
        }

        (await Should.ThrowAsync<InvalidOperationException>(Start(database))).Message.ShouldContain("003_letters.app.sql");
    }

    [Theory]
    [InlineData("update app.applied_scripts set checksum = '' where name like '%board%'")]
    [InlineData("delete from app.applied_scripts where name like '%board%'; drop table read.case_board")]
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
            (await after.Scalar<long>("select count(*) from read.case_board")).ShouldBe(2);
            (await after.Scalar<long>("select count(*) from app.applied_scripts where checksum = ''")).ShouldBe(0);
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
        => Instance.Start(store => store.AddReadModel(typeof(SchemaSpecs).Assembly).AddProjection<CaseBoardProjection>(ProjectionMode.Inline), database);
}
