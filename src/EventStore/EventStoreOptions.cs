using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Campaign.EventStore;

/// <summary>Section <c>EventStore</c> of the configuration, and where the database is.</summary>
internal sealed record EventStoreOptions(string ConnectionString)
{
    /// <summary><c>Marten</c> or <c>BuiltIn</c>; null: see <see cref="Implementations"/>.</summary>
    public string? Implementation { get; init; }

    /// <summary>Most events handed to a subscription at once.</summary>
    public int PageSize { get; init; } = 500;

    /// <summary>How often a subscription looks for events of other instances.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromMilliseconds(100);

    public static EventStoreOptions From(string connectionString, IConfiguration? configuration)
    {
        var options = new EventStoreOptions(connectionString);
        return configuration?.GetSection("EventStore") is { } section
            ? options with
            {
                Implementation = section[nameof(Implementation)],
                PageSize = section.GetValue(nameof(PageSize), options.PageSize),
                PollInterval = section.GetValue(nameof(PollInterval), options.PollInterval),
            }
            : options;
    }

    /// <summary>Rows of the service are found without naming their schema; statements are prepared by use.</summary>
    public NpgsqlConnectionStringBuilder Connection => new(ConnectionString)
    {
        SearchPath = "read,app,public",
        NoResetOnClose = true,
        MaxAutoPrepare = 100,
        AutoPrepareMinUsages = 2,
        TcpKeepAlive = true,
        TcpKeepAliveTime = 5,
        TcpKeepAliveInterval = 1,
    };

    // The span of a batch would bear the text of all its statements, hundreds of kilobytes for the appends of many callers, written
    // down even where nobody samples it. What a batch is for has a span of its own.
    public NpgsqlDataSource DataSource(bool pooled)
    {
        var connection = Connection;
        connection.Pooling = pooled;
        return new NpgsqlDataSourceBuilder(connection.ConnectionString).ConfigureTracing(tracing => tracing.ConfigureBatchFilter(_ => false)).Build();
    }
}

/// <summary>
/// Connections that end when closed: for session locks, which would stay on a pooled one, and for another search path.
/// </summary>
internal sealed class DedicatedConnections(EventStoreOptions options) : IDisposable
{
    private readonly NpgsqlDataSource unpooled = options.DataSource(pooled: false);

    public async Task<NpgsqlConnection> Open(CancellationToken cancellation, string? searchPath = null)
    {
        var connection = await unpooled.OpenConnectionAsync(cancellation);
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

    public void Dispose() => unpooled.Dispose();
}
