using Campaign.Gateway.Accounts;
using Campaign.Gateway.Setup;
using Campaign.Gateway.Tokens;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Campaign.Gateway;

/// <summary>
/// Before the first request: the database and its tables, the keys, the set-up link, the operator. Waits for PostgreSQL, however long
/// it takes. Afterwards, every minute: takes up what other instances or the operator's file have changed.
/// </summary>
internal sealed partial class GatewayStart(
    IServiceScopeFactory scopes, GatewaySchema schema, KeyWrapping wrapping, KeyRing keys, TimeProvider clock,
    ILogger<GatewayStart> logger)
    : BackgroundService, IHostedLifecycleService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        while (!await Try(Prepare, cancellationToken)) await Task.Delay(Pause, clock, cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await Try(KeepInStep, stoppingToken);
    }

    private async Task Prepare(IServiceProvider services, CancellationToken cancellation)
    {
        await schema.Migrate(cancellation);
        await wrapping.TakeUpEarlierKeys(cancellation);
        await KeepInStep(services, cancellation);
        await services.GetRequiredService<SetupLinks>().Offer(cancellation);
    }

    private async Task KeepInStep(IServiceProvider services, CancellationToken cancellation)
    {
        await keys.Refresh(cancellation);
        await services.GetRequiredService<OperatorClient>().KeepInStep(cancellation);
        await services.GetRequiredService<PersonSessions>().Purge(cancellation);
        await services.GetRequiredService<Guesses>().Purge(cancellation);
    }

    private async Task<bool> Try(Func<IServiceProvider, CancellationToken, Task> work, CancellationToken cancellation)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await work(scope.ServiceProvider, cancellation);
            return true;
        }
        // Two instances that create the same database at once clash; the second finds it made on its next try.
        catch (Exception e) when (
            e is NpgsqlException or DbUpdateException or TimeoutException or IOException or UnauthorizedAccessException)
        {
            LogWaiting(e.GetBaseException().Message);
            return false;
        }
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Warning, "网关尚不能继续，稍后重试：{Reason}")]
    private partial void LogWaiting(string reason);
}
