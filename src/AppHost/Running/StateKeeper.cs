using System.Threading.Channels;
using Aspire.Hosting.Eventing;
using Aspire.Hosting.Lifecycle;
using Campaign.Cli;
using Campaign.Cli.Running;
using Microsoft.Extensions.Configuration;

namespace Campaign.AppHost.Running;

/// <summary>Holds the claim on the data directory while we live, and keeps the file by which other programs find what runs.</summary>
internal sealed class StateKeeper(
    DataDirectory data, DistributedApplicationModel model, Instances instances, IConfiguration configuration)
    : IDistributedApplicationEventingSubscriber, IDisposable
{
    private readonly Channel<bool> changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly CancellationTokenSource disposed = new();
    private RunClaim? claim;
    private bool ready;

    public Task SubscribeAsync(IDistributedApplicationEventing eventing, DistributedApplicationExecutionContext executionContext, CancellationToken cancellationToken)
    {
        if (executionContext.IsRunMode)
        {
            eventing.Subscribe<BeforeStartEvent>((_, _) =>
            {
                claim = RunClaim.TryTake(data) ?? throw new LaunchException($"{data.Root} 正由另一个进程使用。查看：./campaign status");
                _ = Watch();
                _ = Write();
                return Task.CompletedTask;
            });
        }

        return Task.CompletedTask;
    }

    /// <summary>The container does this last, when nothing runs any more.</summary>
    public void Dispose()
    {
        disposed.Cancel();
        disposed.Dispose();
        if (claim is null)
            return;
        RunState.Forget(data);
        claim.Dispose();
    }

    private async Task Watch()
    {
        await foreach (var _ in instances.Watch(disposed.Token))
            changes.Writer.TryWrite(true);
    }

    private async Task Write()
    {
        var writer = new StateWriter(data, model, instances, configuration["AppHost:BrowserToken"] ?? "");
        await foreach (var _ in changes.Reader.ReadAllAsync(disposed.Token))
        {
            var state = writer.StateOf(ready);
            ready = state.Ready;
            state.Save(data);
        }
    }
}
