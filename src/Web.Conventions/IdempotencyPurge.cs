using Dapper;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Campaign.Web;

/// <summary>Kept answers are personal to a request and large in number: what has expired goes.</summary>
internal sealed class IdempotencyPurge(NpgsqlDataSource database, TimeProvider clock, ILogger<IdempotencyPurge> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var connection = await database.OpenConnectionAsync(stoppingToken);
                await connection.ExecuteAsync(new CommandDefinition(
                    "DELETE FROM app.idempotency_keys WHERE expires_at < @now", new { now = clock.GetUtcNow() },
                    cancellationToken: stoppingToken));
            }
            catch (NpgsqlException failure)
            {
                log.LogWarning("Expired idempotency keys stay until the next round: {Reason}", failure.Message);
            }
        }
    }
}
