using Aspire.Hosting.Eventing;
using Aspire.Hosting.Lifecycle;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Campaign.AppHost.Running;

/// <summary>Starts again what died, and leaves alone what somebody stopped.</summary>
internal sealed class Supervisor(
    ResourceNotificationService notifications, ResourceCommandService commands, IHostApplicationLifetime host, TimeProvider clock,
    ILogger<Supervisor> log) : IDistributedApplicationEventingSubscriber
{
    private readonly Restarts restarts = new();

    public Task SubscribeAsync(
        IDistributedApplicationEventing eventing, DistributedApplicationExecutionContext executionContext,
        CancellationToken cancellationToken)
    {
        // Hosted services begin only when every resource has been created, which is after whatever it waits for.
        eventing.Subscribe<BeforeStartEvent>((_, _) =>
        {
            _ = Watch(host.ApplicationStopping);
            return Task.CompletedTask;
        });
        return Task.CompletedTask;
    }

    private async Task Watch(CancellationToken stopping)
    {
        await foreach (var change in notifications.WatchAsync(stopping))
        {
            if (change.Resource is ProjectResource or ExecutableResource
                && change.Resource.Title() is { } title
                && !change.Resource.HasAnnotationOfType<ExplicitStartupAnnotation>()
                && restarts.After(change.ResourceId, change.Snapshot.State?.Text, clock.GetUtcNow()) is { } pause)
            {
                log.LogWarning("{Title}（{Resource}）意外退出，{Pause:0} 秒后重新启动。", title.Title, change.ResourceId, pause.TotalSeconds);
                _ = StartAgain(change.ResourceId, title.Title, pause, stopping);
            }
        }
    }

    private async Task StartAgain(string id, string title, TimeSpan pause, CancellationToken stopping)
    {
        try
        {
            await Task.Delay(pause, clock, stopping);
            if (!restarts.IsDue(id)) return;
            var started = await commands.ExecuteCommandAsync(id, KnownResourceCommands.StartCommand, stopping);
            if (!started.Success) log.LogError("{Title}（{Resource}）未能重新启动：{Reason}", title, id, started.Message);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "{Title}（{Resource}）未能重新启动。", title, id);
        }
    }
}
