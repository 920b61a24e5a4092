using Npgsql;

namespace Campaign.EventStore;

/// <summary>
/// Connections that end when closed: for session locks, which would stay on a pooled one, and for another search path.
/// </summary>
internal sealed class DedicatedConnections(EventStoreOptions options) : IDisposable
{
    private readonly NpgsqlDataSource serving = options.Unpooled(asOwner: false);
    private readonly NpgsqlDataSource owning = options.Unpooled(asOwner: true);

    public Task<NpgsqlConnection> Open(CancellationToken cancellation, string? searchPath = null) =>
        Open(serving, searchPath, cancellation);

    /// <summary>For what makes tables: the role that serves may not.</summary>
    public Task<NpgsqlConnection> OpenAsOwner(CancellationToken cancellation, string? searchPath = null) =>
        Open(owning, searchPath, cancellation);

    public void Dispose()
    {
        serving.Dispose();
        owning.Dispose();
    }

    private static async Task<NpgsqlConnection> Open(NpgsqlDataSource source, string? searchPath, CancellationToken cancellation)
    {
        var connection = await source.OpenConnectionAsync(cancellation);
        if (searchPath is null) return connection;
        try
        {
            await using var command = new NpgsqlCommand("SELECT set_config('search_path', $1, false)", connection);
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = searchPath });
            await command.ExecuteNonQueryAsync(cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
