using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Campaign.EventStore;

/// <summary>Section <c>EventStore</c> of the configuration, and where the database is.</summary>
/// <param name="ConnectionString">The role that serves. It needs no right to change the schema.</param>
/// <param name="OwnerConnectionString">The role that makes the database, its tables and those of a rebuild.</param>
internal sealed record EventStoreOptions(string ConnectionString, string OwnerConnectionString)
{
    /// <summary>Set by a command line that changes the schema: everything is done as the owner then.</summary>
    public const string AsOwner = "EventStore:AsOwner";

    /// <summary>Most events handed to a subscription at once.</summary>
    public int PageSize { get; init; } = 500;

    /// <summary>How often a subscription looks for events of other instances.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromMilliseconds(100);

    public static EventStoreOptions From(string connectionString, string? ownerConnectionString, IConfiguration? configuration)
    {
        var owner = ownerConnectionString ?? connectionString;
        var options = new EventStoreOptions(configuration?.GetValue<bool>(AsOwner) is true ? owner : connectionString, owner);
        return configuration?.GetSection("EventStore") is { } section
            ? options with
            {
                PageSize = section.GetValue(nameof(PageSize), options.PageSize),
                PollInterval = section.GetValue(nameof(PollInterval), options.PollInterval),
            }
            : options;
    }

    public string Role => new NpgsqlConnectionStringBuilder(ConnectionString).Username ?? "";

    public bool HasOwnerApart => !string.Equals(ConnectionString, OwnerConnectionString, StringComparison.Ordinal);

    /// <summary>Connections of the role that serves, kept open.</summary>
    public NpgsqlDataSource DataSource() =>
        DataSource(ConnectionString, pooled: true, tracing => tracing.ConfigureCommandFilter(_ => Activity.Current is not null));

    /// <summary>Connections that end when closed, and whose polls nobody wants to see.</summary>
    public NpgsqlDataSource Unpooled(bool asOwner) => DataSource(
        asOwner ? OwnerConnectionString : ConnectionString, pooled: false, tracing => tracing.ConfigureCommandFilter(_ => false));

    // The span of a batch would bear the text of all its statements, hundreds of kilobytes for the appends of many callers, written
    // down even where nobody samples it. What a batch is for has a span of its own. A query that nobody asked for is a poll.
    private static NpgsqlDataSource DataSource(string connectionString, bool pooled, Action<NpgsqlTracingOptionsBuilder> filter)
    {
        var connection = Connection(connectionString);
        connection.Pooling = pooled;
        // Npgsql marks a statement that it prepares by use before the arguments are bound. Where binding fails, the mark stays and whoever
        // has the connection next is told 26000 (npgsql#6391): only a connection that ends when closed may do so.
        connection.MaxAutoPrepare = pooled ? 0 : 100;
        return new NpgsqlDataSourceBuilder(connection.ConnectionString)
            .ConfigureTracing(tracing => filter(tracing.ConfigureBatchFilter(_ => false))).Build();
    }

    // Rows of the service are found without naming their schema.
    private static NpgsqlConnectionStringBuilder Connection(string connectionString) => new(connectionString)
    {
        ApplicationName = new NpgsqlConnectionStringBuilder(connectionString).ApplicationName ?? AppDomain.CurrentDomain.FriendlyName,
        SearchPath = "read,app,public",
        NoResetOnClose = true,
        AutoPrepareMinUsages = 2,
        TcpKeepAlive = true,
        TcpKeepAliveTime = 5,
        TcpKeepAliveInterval = 1,
    };
}
