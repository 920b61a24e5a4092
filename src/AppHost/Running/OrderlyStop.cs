using Campaign.Cli.Running;
using Microsoft.Extensions.Hosting;

namespace Campaign.AppHost.Running;

/// <summary>Services leave before the engines that they need; DCP alone would end all at once.</summary>
internal sealed class OrderlyStop(Instances instances, ResourceCommandService commands) : IHostedService
{
    // The command waits long for what does not run.
    private static readonly string[] WithoutProcess =
        [KnownResourceStates.NotStarted, KnownResourceStates.Waiting, .. KnownResourceStates.TerminalStates];

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        var running = instances.All.Where(instance => instance.Resource.Title() is not null
            && !WithoutProcess.Contains(instance.Snapshot.State?.Text, StringComparer.Ordinal));
        foreach (var layer in running.GroupBy(instance => instance.Resource.Title()!.Layer).OrderByDescending(layer => layer.Key))
            await Task.WhenAll(
                layer.Select(
                    instance => commands.ExecuteCommandAsync(instance.ResourceId, KnownResourceCommands.StopCommand, cancellationToken)));
    }
}
