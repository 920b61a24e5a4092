using System.Collections.Concurrent;

namespace Campaign.AppHost.Running;

/// <summary>
/// When a resource is to be started again, by the states it goes through: after 1, 2, 4 … 30 seconds when it dies, from the beginning
/// again after a minute without trouble, and not at all when it was stopped.
/// </summary>
internal sealed class Restarts
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Calm = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Record> records = new(StringComparer.Ordinal);

    /// <returns>After which pause to start it; null when there is nothing to do.</returns>
    public TimeSpan? After(string id, string? state, DateTimeOffset now)
    {
        var record = records.GetOrAdd(id, _ => new());
        if (state == KnownResourceStates.Running)
        {
            if (record.Phase is not Phase.Up) (record.Phase, record.UpSince) = (Phase.Up, now);
        }
        else if (state == KnownResourceStates.Stopping)
        {
            record.Phase = Phase.Stopped;
        }
        else if (state == KnownResourceStates.Starting && record.Phase is not Phase.Stopped)
        {
            record.Phase = Phase.Starting;
        }
        else if (record.Phase is Phase.Up or Phase.Starting && KnownResourceStates.TerminalStates.Contains(state, StringComparer.Ordinal))
        {
            return record.Die(now);
        }

        return null;
    }

    /// <summary>False when somebody was quicker, or stopped it meanwhile.</summary>
    public bool IsDue(string id) => records.TryGetValue(id, out var record) && record.Phase is Phase.Dead;

    private enum Phase { New, Starting, Up, Stopped, Dead }

    private sealed class Record
    {
        private TimeSpan pause = Shortest;

        public Phase Phase { get; set; }

        public DateTimeOffset? UpSince { get; set; }

        public TimeSpan Die(DateTimeOffset now)
        {
            if (Phase is Phase.Up && now - UpSince > Calm) pause = Shortest;
            var current = pause;
            (pause, Phase) = (pause * 2 < Longest ? pause * 2 : Longest, Phase.Dead);
            return current;
        }
    }
}
