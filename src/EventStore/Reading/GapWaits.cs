using System.Collections.Concurrent;

namespace Campaign.EventStore;

/// <summary>Whom each subscription of this process waits for at a gap in the numbers.</summary>
internal sealed class GapWaits
{
    private readonly ConcurrentDictionary<string, GapHolder> holders = new(StringComparer.Ordinal);

    public void Report(string name, GapHolder? holder)
    {
        if (holder is not null) holders[name] = holder;
        else if (!holders.IsEmpty) holders.TryRemove(name, out _);
    }

    public GapHolder? Of(string name) => holders.GetValueOrDefault(name);

    /// <summary>A reader that is no longer active waits for nobody.</summary>
    public IDisposable Until(string name) => new Forget(this, name);

    private sealed class Forget(GapWaits waits, string name) : IDisposable
    {
        public void Dispose() => waits.Report(name, null);
    }
}
