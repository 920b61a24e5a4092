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
}

/// <summary>
/// Connections that end when closed: for session locks, which would stay on a pooled one, and for another search path.
/// </summary>
internal sealed class DedicatedConnections(EventStoreOptions options)
{
    public async Task<NpgsqlConnection> Open(CancellationToken cancellation, string? searchPath = null)
    {
        var settings = options.Connection;
        settings.Pooling = false;
        if (searchPath is not null) settings.SearchPath = searchPath;
        var connection = new NpgsqlConnection(settings.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
