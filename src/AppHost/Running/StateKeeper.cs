using System.Threading.Channels;
using Aspire.Hosting.Eventing;
using Aspire.Hosting.Lifecycle;
using Campaign.Cli;
using Campaign.Cli.Running;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Campaign.AppHost.Running;

/// <summary>Holds the claim on the data directory while we live, and keeps the file by which other programs find what runs.</summary>
internal sealed class StateKeeper(
    DataDirectory data, DistributedApplicationModel model, Instances instances, IConfiguration configuration,
    ILogger<StateKeeper> log)
    : IDistributedApplicationEventingSubscriber, IDisposable
{
    private readonly Channel<bool> changes = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly CancellationTokenSource disposed = new();
    private readonly Lock record = new();
    private RunClaim? claim;

    public Task SubscribeAsync(
        IDistributedApplicationEventing eventing, DistributedApplicationExecutionContext executionContext,
        CancellationToken cancellationToken)
    {
        if (executionContext.IsRunMode)
        {
            eventing.Subscribe<BeforeStartEvent>((_, _) =>
            {
                claim = RunClaim.TryTake(data) ?? throw new LaunchException($"{data.Root} 正由另一个进程使用。查看：./campaign status");
                changes.Writer.TryWrite(true);
                _ = Watch(disposed.Token);
                _ = Write(disposed.Token);
                return Task.CompletedTask;
            });
        }

        return Task.CompletedTask;
    }

    /// <summary>The container does this last, when nothing runs any more.</summary>
    public void Dispose()
    {
        lock (record)
        {
            if (claim is null || disposed.IsCancellationRequested)
                return;
            disposed.Cancel();
            RunState.Forget(data);
            claim.Dispose();
        }

        disposed.Dispose();
    }

    private async Task Watch(CancellationToken ct)
    {
        await foreach (var _ in instances.Watch(ct))
            changes.Writer.TryWrite(true);
    }

    private async Task Write(CancellationToken ct)
    {
        var writer = new StateWriter(data, model, instances, configuration["AppHost:BrowserToken"] ?? "");
        var ready = false;
        await foreach (var _ in changes.Reader.ReadAllAsync(ct))
        {
            var state = writer.StateOf(ready);
            ready = state.Ready;
            Save(state);
        }
    }

    private void Save(RunState state)
    {
        lock (record)
        {
            if (disposed.IsCancellationRequested)
                return;
            try
            {
                state.Save(data);
            }
            catch (IOException failure)
            {
                log.LogError(failure, "{File} 无法写入，其他程序看到的状态可能过时。", data.Run);
            }
        }
    }
}
