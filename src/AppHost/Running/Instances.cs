using System.Collections.Concurrent;

namespace Campaign.AppHost.Running;

/// <summary>The last thing Aspire said of every instance of every resource.</summary>
internal sealed class Instances(ResourceNotificationService notifications)
{
    private readonly ConcurrentDictionary<string, ResourceEvent> latest = new(StringComparer.Ordinal);

    public IReadOnlyList<ResourceEvent> All => [.. latest.Values];

    public async IAsyncEnumerable<ResourceEvent> Watch([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var change in notifications.WatchAsync(ct))
        {
            latest[change.ResourceId] = change;
            yield return change;
        }
    }
}
