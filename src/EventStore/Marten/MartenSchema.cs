using JasperFx;
using Marten;
using Npgsql;

namespace Campaign.EventStore.OnMarten;

/// <summary>Marten's tables and functions, brought up to date as their owner. The store that serves never changes them.</summary>
internal sealed class MartenSchema(EventStoreOptions options, EventTypes types) : IAsyncDisposable
{
    private readonly NpgsqlDataSource owner = options.Unpooled(asOwner: true);

    public async Task Apply(CancellationToken cancellation)
    {
        var settings = MartenSettings.Of(types);
        settings.Connection(owner);
        await using var marten = new DocumentStore(settings);
        await marten.Storage.ApplyAllConfiguredChangesToDatabaseAsync(AutoCreate.CreateOrUpdate);
        cancellation.ThrowIfCancellationRequested();
    }

    public ValueTask DisposeAsync() => owner.DisposeAsync();
}
