using Campaign.EventStore;

namespace Campaign.Inspections.Offline;

/// <summary>A phone in the hands of one account; two who share a phone have a sequence each.</summary>
internal sealed record Device(long Last) : IAggregate<Device, IDeviceEvent>
{
    public static Device Initial { get; } = new(Last: 0);

    public Device Evolve(IDeviceEvent @event) => @event switch
    {
        IntentApplied e => new(e.Sequence),
        IntentRefused e => new(e.Sequence),
        IntentConflicted e => new(e.Sequence),
        IntentHeld e => new(e.Sequence),
        IntentRepeated e => new(e.Sequence),
    };

    public static StreamId<Device> Stream(string street, string account, string client) =>
        StreamId<Device>.Named(street, $"device/{account}/{client}");

    /// <summary>The cause that the events of an intent carry; by it a device knows its own.</summary>
    public static string Cause(Guid device, long sequence) => $"{Causes(device)}{sequence}";

    /// <summary>What a device has not seen: later than its base version, and not its own doing.</summary>
    public static IEnumerable<RecordedEvent> Unseen(Guid device, long baseVersion, IEnumerable<RecordedEvent> history) => history.Where(e =>
        e.Version > baseVersion && e.Metadata.CausationId?.StartsWith(Causes(device), StringComparison.Ordinal) is not true);

    private static string Causes(Guid device) => $"sync/{device}/";
}
