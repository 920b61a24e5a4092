using Campaign.EventStore;

namespace Campaign.Inspections.Offline;

/// <summary>Does what of the waiting intents is to be done, through the same decisions as ever, in one append with the resolution.</summary>
internal sealed class ConflictResolution(IEventStore store, IntentKinds kinds)
{
    private const int Attempts = 20;

    /// <exception cref="StreamVersionConflictException">The conflict is not at the version that the caller saw.</exception>
    public async Task<Refusal?> Resolve(StreamId stream, ResolveConflict command, TransactOptions options, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (conflict, version) = await store.Load<SyncConflict>(stream, cancellation);
            if (options.ExpectedVersion is { } expected && expected != version) throw new StreamVersionConflictException(stream, expected);

            var thing = new StreamId(stream.Tenant, conflict.Target);
            var history = await store.Read(thing, cancellation);
            var waiting = await Waiting(conflict, thing, history, cancellation);
            var (events, resolved, refusal) = command.Decide(conflict, waiting, [.. history.Select(e => e.Data)]);
            if (refusal is not null || resolved.Count == 0) return refusal;
            try
            {
                var appends = new List<StreamAppend> { StreamAppend.To<SyncConflict>(stream, version, resolved.Select(NewEvent.Of)) };
                var aggregate = waiting.Select(w => w.Prepared.Deed?.Aggregate).FirstOrDefault(alias => alias is not null);
                if (events.Count > 0) appends.Add(new(thing, aggregate!, history.Count, [.. events.Select(NewEvent.Of)]));
                // The device knows it for its own doing.
                var cause = Device.Cause(conflict.Device, conflict.Waiting[0].Sequence);
                await store.Append(appends, options.Metadata with { CausationId = cause }, cancellation);
                return null;
            }
            catch (StreamVersionConflictException clash) when (attempt < Attempts && (options.ExpectedVersion is null || clash.Stream != stream))
            {
                // The thing or the conflict has moved on: decide on what is there now.
            }
        }
    }

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
            var asked = new Asked(thing, life, intent.Again(thing.Id), units, at, cancellation);
            var unseen = Device.Unseen(conflict.Device, intent.BaseVersion, history).Select(e => e.Data);
            waiting.Add(new(intent.Id, await kinds.Named(intent.Kind)!.Prepare(asked), [.. unseen]));
        }
        return waiting;
    }
}
