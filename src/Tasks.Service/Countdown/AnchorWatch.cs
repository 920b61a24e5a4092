using Campaign.EventStore;

namespace Campaign.Tasks.Countdown;

/// <summary>Finishes what a request began.</summary>
internal sealed class AnchorWatch(DeadlineMover mover, TimeProvider clock, ILogger<AnchorWatch> log) : PeriodicSweep(clock, log, Interval)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    public override async Task Sweep(CancellationToken cancellation)
    {
        foreach (var street in await mover.StreetsLeft(cancellation)) await mover.Move(street, EventMetadata.None, cancellation);
    }
}
