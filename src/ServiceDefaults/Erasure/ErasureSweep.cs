using Campaign.EventStore;
using Microsoft.Extensions.Logging;

namespace Campaign.ServiceDefaults.Erasure;

/// <summary>
/// The lists follow the events: all are made anew. Masks once more before, since whoever was asked may have died after he wrote it down.
/// </summary>
internal sealed class ErasureSweep(
    ErasureRegister register, StreamKeeping streams, ProjectionRebuild rebuild, TimeProvider clock, ILogger<ErasureSweep> log)
    : PeriodicSweep(clock, log, TimeSpan.FromSeconds(15), atOnce: true)
{
    public override async Task Sweep(CancellationToken cancellation)
    {
        var open = await register.Open(cancellation);
        if (open.Count == 0) return;
        foreach (var row in open) await streams.Mask([.. row.Streams.Select(id => new StreamId(row.Street, id))], cancellation);
        await rebuild.Run(cancellation);
        await register.Close(open, Now, cancellation);
    }
}
