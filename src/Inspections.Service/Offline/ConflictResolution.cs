using Campaign.EventStore;

namespace Campaign.Inspections.Offline;

/// <summary>
/// Does what of the waiting intents is to be done, through the same decisions as ever, in one append with the resolution.
/// </summary>
internal sealed class ConflictResolution(IEventStore store, IntentKinds kinds)
{
    /// <exception cref="StreamVersionConflictException">The conflict is not at the version that the caller saw.</exception>
    public async Task<Refusal?> Resolve(
        StreamId<SyncConflict> stream, ResolveConflict command, TransactOptions options, CancellationToken cancellation) =>
        (await store.Transact(
            stream,
            async (conflict, _) =>
            {
                var thing = conflict.State.Thing(stream.Tenant);
                var history = await store.Read(thing, cancellation);
                var waiting = await Waiting(conflict.State, thing, history, cancellation);
                return command.Decide(conflict, waiting, [.. history.Select(e => e.Data)]);
            },
            options, cancellation)).Refusal;

    private async Task<IReadOnlyList<PendingIntent>> Waiting(
        SyncConflict conflict, StreamId thing, IReadOnlyList<RecordedEvent> history, CancellationToken cancellation)
    {
        var life = history.Select(e => e.Data).ToList();
        var units = conflict.Units.ToHashSet(StringComparer.Ordinal);
        var waiting = new List<PendingIntent>();
        foreach (var intent in conflict.Waiting)
        {
            // Done on top of what others did, it does not come before that.
            var at = history.Select(e => e.RecordedAt).Append(intent.At).Max();
            var device = new StreamId<Device>(thing.Tenant, conflict.Device);
            var context = new IntentContext(thing, life, intent.Again(thing.Id), units, at, device, cancellation);
            var unseen = Device.Unseen(conflict.Device, intent.BaseVersion, history).Select(e => e.Data);
            waiting.Add(new(intent.Id, await kinds.Named(intent.Kind)!.Prepare(context), [.. unseen]));
        }
        return waiting;
    }
}
