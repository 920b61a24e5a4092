using Campaign.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Campaign.EventStore.Tests;

/// <summary>A database that the store of the release before Marten made, with its own scripts, opens and goes on.</summary>
public sealed class Release1Specs : IAsyncLifetime
{
    private const string Rows =
        "SELECT string_agg((seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, correlation_id, causation_id, headers)::text, ';' ORDER BY seq_id) FROM mt_events";

    private readonly StreamId<Case> stream = new("211203001", Guid.Parse("0193d0f0-0000-7000-8000-000000000001"));
    private string database = "";

    public async ValueTask InitializeAsync()
    {
        database = await Engines.FreshDatabase();
        foreach (var script in new[] { "Events", "Functions", "Data" }) await Execute(Resource(script));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Its_events_are_read_as_they_were_and_nothing_is_rewritten()
    {
        var before = await Scalar<string>(Rows);
        await using var service = await Start();

        (await service.Scalar<string>(Rows)).ShouldBe(before);
        var events = await service.Store.Read(stream, CancellationToken.None);
        events.Select(e => e.Data).ShouldBe([Cases.Opened, Cases.Note()]);
        events[0].Metadata.ShouldBe(new("correlation", "causation", "user-7", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
        events[1].Metadata.ShouldBe(new("correlation", "causation", "user-7"));
        (await service.Scalar<long>("SELECT count(*) FROM pg_proc WHERE proname LIKE 'campaign%'")).ShouldBe(0);
    }

    [Fact]
    public async Task Its_streams_grow_and_its_subscriptions_go_on_where_they_were()
    {
        await using var service = await Start();

        await service.Store.Append(stream, 2, Cases.Note());
        await Should.ThrowAsync<StreamVersionConflictException>(service.Store.Append(stream, 2, Cases.Note()));

        (await service.Services.GetRequiredService<Recorder>().Next(3)).Select(e => e.Sequence).ShouldBe([2, 3, 4]);
        (await service.Store.Case(stream)).State.Notes.ShouldBe(2);
    }

    [Fact]
    public async Task A_second_start_changes_nothing()
    {
        await using (await Start())
        {
        }

        var shape = await Shape();
        await using var again = await Start();
        (await Shape()).ShouldBe(shape);
    }

    private Task<Instance> Start() => Instance.Start(store => store.AddReadModel(GetType().Assembly).AddSubscription<Recorder>(), database);

    /// <summary>Where each table of the store lies on disk: a table that is rewritten gets another file.</summary>
    private Task<string> Shape() => Scalar<string>(
        "SELECT string_agg(relname || ' ' || relfilenode || ' ' || relnatts, ';' ORDER BY relname) FROM pg_class WHERE relname LIKE 'mt_%' AND relkind IN ('r', 'i')");

    private static string Resource(string name)
    {
        using var reader = new StreamReader(
            typeof(Release1Specs).Assembly.GetManifestResourceStream($"Campaign.EventStore.Tests.Release1.{name}.sql")!);
        return reader.ReadToEnd();
    }

    private async Task Execute(string sql)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<T> Scalar<T>(string sql)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
