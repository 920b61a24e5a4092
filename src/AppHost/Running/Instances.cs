using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Campaign.AppHost.Running;

/// <summary>The last thing Aspire said of every instance of every resource.</summary>
internal sealed class Instances(ResourceNotificationService notifications)
{
    private readonly ConcurrentDictionary<string, ResourceEvent> latest = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> numbers = new(StringComparer.Ordinal);

    public IReadOnlyList<ResourceEvent> All => [.. latest.Values];

    public async IAsyncEnumerable<ResourceEvent> Watch([EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var change in notifications.WatchAsync(ct))
        {
            latest[change.ResourceId] = change;
            yield return change;
        }
    }

    /// <summary>`scoring`, `scoring-2` …: the same in every run, where Aspire makes up a new id for each instance.</summary>
    public string ShortNameOf(ResourceEvent instance)
    {
        lock (numbers)
        {
            if (!numbers.TryGetValue(instance.Resource.Name, out var known))
                numbers[instance.Resource.Name] = known = [];
            if (!known.Contains(instance.ResourceId, StringComparer.Ordinal))
                known.Add(instance.ResourceId);
            var index = known.IndexOf(instance.ResourceId);
            return index == 0 ? instance.Resource.Name : $"{instance.Resource.Name}-{index + 1}";
        }
    }
}
