using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Campaign.EventStore;

/// <summary>Holds the start of everything else in the host until the database is there and in shape.</summary>
internal sealed class SchemaStartup(
    EventStoreOptions options, SchemaUpdate schema, DatabaseState state, TimeProvider clock, ILogger<SchemaStartup> log)
    : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await Database.EnsureCreated(options.ConnectionString, log, clock, cancellationToken);
            try
            {
                await schema.Apply(cancellationToken);
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
}
