using System.Collections.Concurrent;
using Aspire.Hosting.Eventing;
using Aspire.Hosting.Lifecycle;
using Campaign.Cli;
using Microsoft.Extensions.Hosting;

namespace Campaign.AppHost.Running;

/// <summary>What every resource prints, in one file for each instance: the dashboard forgets it with the run.</summary>
internal sealed class LogKeeper(DataDirectory data, Instances instances, ResourceLoggerService logs, IHostApplicationLifetime host)
    : IDistributedApplicationEventingSubscriber
{
    private readonly ConcurrentDictionary<string, Task> kept = new(StringComparer.Ordinal);

    public Task SubscribeAsync(
        IDistributedApplicationEventing eventing, DistributedApplicationExecutionContext executionContext,
        CancellationToken cancellationToken)
    {
        if (executionContext.IsRunMode)
        {
            eventing.Subscribe<BeforeStartEvent>((_, _) =>
            {
                _ = Watch(host.ApplicationStopped);
                return Task.CompletedTask;
            });
        }

        return Task.CompletedTask;
    }

    private async Task Watch(CancellationToken stopped)
    {
        await foreach (var change in instances.Watch(stopped))
        {
            if (change.Resource.Title() is not null)
                _ = kept.GetOrAdd(change.ResourceId, id => Keep(id, new LogFile(data.LogOf(instances.ShortNameOf(change))), stopped));
        }
    }

    private async Task Keep(string id, LogFile file, CancellationToken stopped)
    {
        await foreach (var lines in logs.WatchAsync(id).WithCancellation(stopped))
            await file.Append(lines.Select(line => line.Content), stopped);
    }
}
