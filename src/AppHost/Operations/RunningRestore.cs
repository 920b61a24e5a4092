using Campaign.AppHost.Running;
using Campaign.Cli;
using Campaign.Cli.Backups;
using Campaign.Cli.Running;

namespace Campaign.AppHost.Operations;

/// <summary>
/// Puts a backup in the place of the data of the system that we run: everything stops, data change places, everything starts.
/// </summary>
internal sealed class RunningRestore(
    DataDirectory data, DistributedApplicationModel model, Instances instances, ResourceCommandService commands,
    ResourceNotificationService notifications,
    TimeProvider clock, Action<string> say)
{
    public async Task<(DateTimeOffset TakenAt, string Suffix)> Run(string backup, CancellationToken ct)
    {
        BackupLayout.RequireOwnEngines(RunState.Load(data));
        var restore = await Cli.Backups.Restore.Prepare(data, backup, say, ct);
        // From here on nothing half done may stay: the person who waits can leave, the work goes on.
        say("正在停止各服务……");
        await Stop(Layer.Service);
        await Stop(Layer.Engine);
        var suffix = restore.ChangePlaces(clock.GetUtcNow());
        say("数据已换回，正在启动……");
        await Start(Layer.Engine);
        await Start(Layer.Service);
        await restore.TellAgain(RunState.Load(data)!, CancellationToken.None);
        say("正在让各服务重新发布备份之后的事件……");
        await Stop(Layer.Service);
        await Start(Layer.Service);
        return (restore.TakenAt, suffix);
    }

    private Task Stop(Layer layer) => Each(
        layer, KnownResourceCommands.StopCommand, KnownResourceStates.TerminalStates,
        instance => !KnownResourceStates.TerminalStates.Contains(instance.Snapshot.State?.Text, StringComparer.Ordinal));

    private async Task Start(Layer layer)
    {
        await Each(layer, KnownResourceCommands.StartCommand, [KnownResourceStates.Running], _ => true);
        foreach (var resource in model.Resources.Where(resource => IsIn(layer, resource)))
            await notifications.WaitForResourceHealthyAsync(resource.Name, WaitBehavior.WaitOnResourceUnavailable, CancellationToken.None);
    }

    private Task Each(Layer layer, string command, IReadOnlyList<string> until, Func<ResourceEvent, bool> which) =>
        Task.WhenAll(instances.All.Where(instance => IsIn(layer, instance.Resource) && which(instance)).Select(async instance =>
        {
            await commands.ExecuteCommandAsync(instance.ResourceId, command, CancellationToken.None);
            await notifications.WaitForResourceAsync(
                instance.Resource.Name, change => change.ResourceId == instance.ResourceId
                    && until.Contains(change.Snapshot.State?.Text, StringComparer.Ordinal), CancellationToken.None);
        }));

    private static bool IsIn(Layer layer, IResource resource) => resource.Title() is { } title && title.Layer == layer;
}
