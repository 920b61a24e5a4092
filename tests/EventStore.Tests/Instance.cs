using Campaign.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Campaign.EventStore.Tests;

/// <summary>One running instance of a service that has nothing but an event store.</summary>
internal sealed class Instance : IAsyncDisposable
{
    private readonly IHost host;

    private Instance(IHost host, string database) => (this.host, Database) = (host, database);

    public string Database { get; }

    public IServiceProvider Services => host.Services;

    public IEventStore Store => Services.GetRequiredService<IEventStore>();

    public NpgsqlDataSource Sql => Services.GetRequiredService<NpgsqlDataSource>();

    public static async Task<Instance> Start(
        Action<EventStoreBuilder>? compose = null, string? database = null, EventTypes? types = null, string? owner = null)
    {
        database ??= await Engines.FreshDatabase();
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.AddConsole().SetMinimumLevel(LogLevel.Warning);
        var store = builder.Services.AddEventStore(database, types ?? Cases.Types(), owner);
        compose?.Invoke(store);
        var built = builder.Build();
        await built.StartAsync();
        return new(built, database);
    }

    public async Task<T> Scalar<T>(string sql, params object[] arguments)
    {
        await using var command = Sql.CreateCommand(sql);
        foreach (var argument in arguments) command.Parameters.Add(new NpgsqlParameter { Value = argument });
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public Task Stop() => host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        if (host is IAsyncDisposable disposable) await disposable.DisposeAsync();
    }
}
