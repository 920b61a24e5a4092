using System.Collections.Concurrent;

namespace Campaign.Chaos;

/// <summary>A command's event: in which database, on which stream, under which stored name.</summary>
internal readonly record struct Expected(string Database, Guid Stream, string Event);

/// <summary>What was answered with success, and what got no answer: that may have happened or not.</summary>
internal sealed class Journal
{
    private readonly ConcurrentDictionary<Expected, int> acknowledged = [];
    private readonly ConcurrentDictionary<Expected, int> doubtful = [];

    public Album Photos { get; } = new();

    public int Acknowledged => acknowledged.Values.Sum();

    public IEnumerable<KeyValuePair<Expected, int>> All => acknowledged;

    public void Acknowledge(string database, Guid stream, string @event) => Count(acknowledged, new(database, stream, @event));

    /// <param name="stream"><see cref="Guid.Empty"/> for a stream whose id only the answer would have told.</param>
    public void Doubt(string database, Guid stream, string @event) => Count(doubtful, new(database, stream, @event));

    /// <summary>As it was written up to an earlier moment: what was acknowledged since then may have happened or not.
    /// Photos are in no order with that moment: those that have a row are looked at all the same.</summary>
    public Journal AsOf(IReadOnlyDictionary<Expected, int> earlier)
    {
        var journal = new Journal();
        foreach (var (expected, count) in acknowledged)
        {
            var then = earlier.GetValueOrDefault(expected);
            journal.acknowledged[expected] = then;
            journal.doubtful[expected] = count - then + Doubts(expected);
        }

        return journal;
    }

    public int Doubts(Expected expected) => doubtful.GetValueOrDefault(expected);

    private static void Count(ConcurrentDictionary<Expected, int> counts, Expected expected) =>
        counts.AddOrUpdate(expected, 1, (_, count) => count + 1);
}
