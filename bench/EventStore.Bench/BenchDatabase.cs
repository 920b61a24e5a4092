using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Campaign.EventStore.Bench;

/// <summary>A database of its own for one run, dropped at the end.</summary>
internal sealed class BenchDatabase : IAsyncDisposable
{
    private readonly string server;

    private BenchDatabase(string server, string name)
    {
        this.server = server;
        Settings = new NpgsqlConnectionStringBuilder(server) { Database = name };
    }

    public NpgsqlConnectionStringBuilder Settings { get; }

    public static async Task<BenchDatabase> Create(string server)
    {
        var database = new BenchDatabase(server, $"bench_{Guid.NewGuid():n}");
        // The first start creates database and schema.
        using var host = await database.Start();
        await host.StopAsync();
        return database;
    }

    /// <summary>One running instance of a service.</summary>
    public async Task<IHost> Start(Action<EventStoreBuilder>? compose = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        var store = builder.Services.AddEventStore(Settings.ConnectionString, new EventTypes().Add<Recorded>());
        compose?.Invoke(store);
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }

    public async Task Execute(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Settings.ConnectionString);
        await using var command = source.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await using var source = NpgsqlDataSource.Create(server);
        await using var drop = source.CreateCommand($"DROP DATABASE {Settings.Database} WITH (FORCE)");
        drop.CommandTimeout = 0;
        await drop.ExecuteNonQueryAsync();
    }
}
