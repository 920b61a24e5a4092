using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Campaign.EventStore;

/// <summary>Work that is done again and again. A sweep that fails is logged, and the next one starts over.</summary>
/// <param name="interval">From the beginning of one sweep to that of the next.</param>
/// <param name="atOnce">The first sweep does not wait for the interval.</param>
public abstract class PeriodicSweep(TimeProvider clock, ILogger log, TimeSpan interval, bool atOnce = false) : BackgroundService
{
    /// <summary>Where a sweep says what it left for the next one.</summary>
    protected ILogger Log => log;

    /// <summary>By the clock that the sweeps go by.</summary>
    protected DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>One sweep; any number of instances may be at it.</summary>
    public abstract Task Sweep(CancellationToken cancellation);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(interval, clock);
        if (atOnce) await Try(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await Try(stoppingToken);
    }

    private async Task Try(CancellationToken stoppingToken)
    {
        try
        {
            await Sweep(stoppingToken);
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            log.LogWarning(failure, "{Sweep} failed; the next sweep starts over", GetType().Name);
        }
    }
}
