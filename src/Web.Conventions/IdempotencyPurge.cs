using Campaign.EventStore;
using Dapper;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Campaign.Web;

/// <summary>Kept answers are personal to a request and large in number: what has expired goes.</summary>
internal sealed class IdempotencyPurge(NpgsqlDataSource database, TimeProvider clock, ILogger<IdempotencyPurge> log)
    : PeriodicSweep(clock, log, TimeSpan.FromMinutes(30))
{
    public override async Task Sweep(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM app.idempotency_keys WHERE expires_at < @now", new { now = Now }, cancellationToken: cancellation));
    }
}
