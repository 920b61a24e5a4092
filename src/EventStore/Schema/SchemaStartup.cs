using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Campaign.EventStore;

/// <summary>
/// Holds the start of everything else in the host until the database is there and in shape. Read tables of another release are
/// made anew from the events; of several instances that start together one does it.
/// </summary>
internal sealed partial class SchemaStartup(
    EventStoreOptions options, SchemaUpdate schema, ProjectionRebuild rebuild, DatabaseState state, TimeProvider clock,
    ILogger<SchemaStartup> log)
    : IHostedLifecycleService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await Database.EnsureCreated(options.OwnerConnectionString, log, clock, cancellationToken);
            try
            {
                if (await schema.Apply(cancellationToken))
                {
                    Outdated(log);
                    if (!await rebuild.TryRun(cancellationToken)) await Task.Delay(BetweenLooks, clock, cancellationToken);
                    continue;
                }
                state.Ready = true;
                return;
            }
            catch (Exception e) when (Database.IsAbsent(e))
            {
                // It went away in between: wait for it again.
            }
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Information, Message = "The read tables are of another release and are made anew from the events")]
    private static partial void Outdated(ILogger log);
}
