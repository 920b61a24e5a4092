using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Campaign.EventStore;

/// <summary>Ready when the schema has been brought up to date and the database answers.</summary>
internal sealed class EventStoreHealth(NpgsqlDataSource database, DatabaseState state) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!state.Ready) return HealthCheckResult.Unhealthy("The database is not ready yet.");
        try
        {
            await using var command = database.CreateCommand("SELECT 1");
            await command.ExecuteNonQueryAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception e) when (Database.IsAbsent(e))
        {
            return HealthCheckResult.Unhealthy("PostgreSQL does not answer.", e);
        }
    }
}

internal sealed class DatabaseState
{
    public bool Ready { get; set; }
}
