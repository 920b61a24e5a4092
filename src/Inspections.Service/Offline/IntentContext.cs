using Campaign.EventStore;

namespace Campaign.Inspections.Offline;

/// <summary>What a command is made of.</summary>
/// <param name="History">What has happened to the thing.</param>
/// <param name="Units">Units that the account acted for when it was done.</param>
/// <param name="Device">The phone's own stream.</param>
/// <param name="At">Business time of what comes of it.</param>
internal sealed record IntentContext(
    StreamId Thing, IReadOnlyList<object> History, Intent Intent, IReadOnlySet<string> Units, DateTimeOffset At,
    StreamId<Device> Device, CancellationToken Cancellation)
{
    public string Street => Thing.Tenant;
}
