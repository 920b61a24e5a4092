using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Campaign.EventStore;

/// <summary>
/// Feeds one subscription. All it does goes over the one connection that holds the advisory lock, so that whoever loses the
/// lock can neither read on nor commit.
/// </summary>
internal sealed partial class SubscriptionRunner(
    ISubscription subscription, SubscriptionFaults faults, GapWaits waits, DedicatedConnections connections, EventTypes types,
    AppendSignal signal, EventStoreOptions options, TimeProvider clock, ILogger<SubscriptionRunner> log) : BackgroundService
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Takeover = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan PostgresPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan HeldPause = TimeSpan.FromMilliseconds(10);

    private int failures;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunWhileActive(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (PostgresException e) when (Checkpoint.IsMovedByAnother(e))
            {
                Moved(log, subscription.Name);
            }
            catch (NpgsqlException e) when (Database.IsAbsent(e))
            {
                faults.Report(subscription.Name, e.Message);
                Interrupted(log, subscription.Name, e.Message);
                await Pause(PostgresPause, stoppingToken);
            }
            catch (Exception e)
            {
                // The lock is gone with the connection: another instance, perhaps of a newer release, may do better.
                faults.Report(subscription.Name, e.Message);
                var pause = Backoff(++failures);
                Failed(log, e, subscription.Name, pause.TotalSeconds);
                await Pause(pause, stoppingToken);
            }
        }
    }

    private async Task Pause(TimeSpan pause, CancellationToken stopping)
        => await Task.Delay(pause, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private static TimeSpan Backoff(int failures)
        => TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, 0.1 * Math.Pow(2, Math.Min(failures, 10) - 1)));

    private async Task RunWhileActive(CancellationToken cancellation)
    {
        await using var connection = await connections.Open(cancellation);
        var checkpoint = new Checkpoint(connection, subscription.Name);
        while (!await checkpoint.TryLock(cancellation)) await Task.Delay(Takeover, clock, cancellation);

        var reader = new EventReader(types, options.PageSize);
        using var gone = waits.Until(subscription.Name);
        var after = await checkpoint.Read(cancellation);
        while (true)
        {
            var next = signal.Next;
            var (events, reached) = await reader.Next(connection, after, cancellation);
            waits.Report(subscription.Name, reader.WaitsFor);
            if (reached == after)
            {
                faults.Clear(subscription.Name);
                await Task.WhenAny(next, Task.Delay(reader.IsWaitingForGap ? HeldPause : options.PollInterval, clock, cancellation));
                cancellation.ThrowIfCancellationRequested();
                continue;
            }

            var page = new SubscriptionPage(events, new SqlBatch());
            if (events.Count > 0)
            {
                using var span = EventStoreTelemetry.Page(subscription.Name, page);
                await Handle(connection, page, cancellation);
            }

            await checkpoint.Move(after, reached, page.Writes, cancellation);
            after = reached;
            failures = 0;
            faults.Clear(subscription.Name);
        }
    }

    /// <summary>Watches the connection while the handler works: without it the lock is gone and another may be at work.</summary>
    private async Task Handle(NpgsqlConnection connection, SubscriptionPage page, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var handling = subscription.Handle(page, stop.Token);
        if (!handling.IsCompleted)
        {
            using var handled = new CancellationTokenSource();
            var watching = Watch(connection, handled.Token);
            if (await Task.WhenAny(handling, watching) == watching) await stop.CancelAsync();
            await handling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await handled.CancelAsync();
            await watching;
        }

        await handling;
    }

    private static async Task Watch(NpgsqlConnection connection, CancellationToken handled)
    {
        try
        {
            while (true) await connection.WaitAsync(handled);
        }
        catch (OperationCanceledException) when (handled.IsCancellationRequested)
        {
            // The handler is done and the connection still there.
        }
    }

    [LoggerMessage(
        Level = LogLevel.Information, Message = "Subscription {Name} was moved by a rebuild or another reader; it goes on from there")]
    private static partial void Moved(ILogger log, string name);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Subscription {Name} lost its connection and opens another: {Reason}")]
    private static partial void Interrupted(ILogger log, string name, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Subscription {Name} failed; the page comes again in {Seconds} s")]
    private static partial void Failed(ILogger log, Exception error, string name, double seconds);
}
