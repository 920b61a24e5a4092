using System.Collections.Concurrent;

namespace Campaign.Chaos;

/// <summary>The photos that people uploaded, by the hash of their bytes, and what they were answered.</summary>
internal sealed class Album
{
    private readonly ConcurrentDictionary<string, bool> taken = [];
    private readonly ConcurrentDictionary<string, bool> owed = [];
    private readonly ConcurrentQueue<string> unclear = [];
    private int refused;

    public IEnumerable<string> Taken => taken.Keys;

    /// <summary>Refused for want of room, and not taken since, however often they were sent again.</summary>
    public IEnumerable<string> Owed => owed.Keys;

    /// <summary>Answers that tell nobody what to do.</summary>
    public IReadOnlyCollection<string> Unclear => unclear;

    public int Refused => refused;

    public void Take(string photo)
    {
        taken[photo] = true;
        owed.TryRemove(photo, out _);
    }

    public void Refuse(string photo)
    {
        Interlocked.Increment(ref refused);
        owed[photo] = true;
    }

    public void Wonder(string answer) => unclear.Enqueue(answer);
}
