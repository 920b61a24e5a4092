using Campaign.EventStore;

namespace Campaign.Scoring.Kernel;

/// <summary>
/// Streams that are found by what they are about. Each aggregate says its own name once; a name, once used, never changes.
/// </summary>
internal static class NamedStream
{
    /// <param name="within">Another id that the name is relative to.</param>
    public static StreamId Of(string street, string name, Guid within = default) => new(street, DeterministicGuid.From(within, name));
}
