using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Campaign.EventStore;

/// <summary>A service makes its own database, and waits for a PostgreSQL that is not there yet.</summary>
public static partial class Database
{
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromSeconds(1);

    /// <summary>Returns when the database of <paramref name="connectionString"/> exists and takes connections.</summary>
    /// <exception cref="PostgresException">PostgreSQL is there and refuses: wrong password, no right to create a database.</exception>
    public static async Task EnsureCreated(string connectionString, ILogger log, TimeProvider clock, CancellationToken cancellation)
    {
        var target = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false };
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await CreateIfMissing(target, log, cancellation);
                return;
            }
            catch (Exception e) when (IsAbsent(e))
            {
                if (attempt % 10 == 1) Waiting(log, target.Host, target.Port, target.Database, e.Message);
                await Task.Delay(BetweenAttempts, clock, cancellation);
            }
        }
    }

    /// <summary>PostgreSQL is not there, or not yet; it says nothing about what was asked of it.</summary>
    public static bool IsAbsent(Exception error) => error switch
    {
        PostgresException refused => refused.SqlState is PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections
            or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown,
        NpgsqlException or SocketException or TimeoutException => true,
        _ => false,
    };

    private static async Task CreateIfMissing(NpgsqlConnectionStringBuilder target, ILogger log, CancellationToken cancellation)
    {
        try
        {
            await using var connection = new NpgsqlConnection(target.ConnectionString);
            await connection.OpenAsync(cancellation);
            return;
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.InvalidCatalogName)
        {
            Creating(log, target.Database);
        }

        var maintenance = new NpgsqlConnectionStringBuilder(target.ConnectionString) { Database = "postgres" };
        await using var server = new NpgsqlConnection(maintenance.ConnectionString);
        await server.OpenAsync(cancellation);
        var name = target.Database!.Replace("\"", "\"\"", StringComparison.Ordinal);
        await using var create = new NpgsqlCommand($"CREATE DATABASE \"{name}\" TEMPLATE template0 ENCODING 'UTF8'", server);
        try
        {
            await create.ExecuteNonQueryAsync(cancellation);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another instance was quicker.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Waiting for PostgreSQL at {Host}:{Port} (database {Database}): {Reason}")]
    private static partial void Waiting(ILogger log, string? host, int port, string? database, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Creating database {Database}")]
    private static partial void Creating(ILogger log, string? database);
}
