using Campaign.EventStore;
using Campaign.Inspections.Findings;
using Campaign.Web;

namespace Campaign.Inspections.Offline;

/// <param name="Now">By the server's clock.</param>
internal sealed record Sender(StreamId<Device> Device, string Client, Caller Caller, EventMetadata Metadata, DateTimeOffset Now);

/// <summary>What is to become of an intent's thing.</summary>
/// <param name="Version">Of the thing, before its events.</param>
/// <param name="Seen">The device has seen all that others did to the thing.</param>
internal sealed record DecidedCommand(StreamId Thing, PreparedCommand Command, Decision Decision, long Version, bool Seen);

/// <summary>Each fate of an intent as one append: the line in the device's stream, and what else comes of it.</summary>
/// <remarks>All throw when the device's stream, or another of the append, has moved.</remarks>
internal sealed class IntentCommit(IEventStore store, RecordFindingHandler recording)
{
    public Task Apply(Sender sender, Intent intent, DecidedCommand decided, CancellationToken cancellation)
    {
        var metadata = Metadata(sender, intent);
        var (thing, command, (events, _), version, seen) = decided;
        var applied = Line(sender, intent, new IntentApplied(
            sender.Client, intent.Sequence, intent.Id, intent.Kind, thing.Id, seen ? version + events.Count : null));
        var others = command.Beside.Select(change => Append(change, intent));
        if (command.Opens)
            return recording.Append(
                thing.As<Finding>(), decided.Decision, new TransactOptions(metadata, CausationId: intent.Cause), cancellation,
                [.. others, applied]);

        IReadOnlyList<StreamAppend> own = events.Count == 0 ? [] : [Append(new(thing, command.Aggregate, version, events), intent)];
        return store.Append([.. own, .. others, applied], metadata, cancellation);
    }

    private static StreamAppend Append(StreamChange change, Intent intent) =>
        new(change.Stream, change.Aggregate, change.Version, [.. Transactions.Identified(change.Stream, change.Events, intent.Cause)]);

    public Task Refuse(Sender sender, Intent intent, Refusal refusal, CancellationToken cancellation) =>
        Append(
            sender, intent,
            new IntentRefused(
                sender.Client, intent.Sequence, intent.Id, intent.Kind, intent.Target, refusal.Rule, refusal.Detail, refusal.Pointer),
            other: null, cancellation);

    public Task Repeat(Sender sender, Intent intent, CancellationToken cancellation) =>
        Append(sender, intent, new IntentRepeated(sender.Client, intent.Sequence, intent.Id, intent.Kind), other: null, cancellation);

    /// <param name="version">Of the thing that the intent met.</param>
    public Task Raise(Sender sender, Intent intent, StreamId thing, long version, CancellationToken cancellation)
    {
        var conflict = SyncConflict.Stream(thing.Tenant, intent.Id);
        var raised = new ConflictRaised(
            sender.Device.Id, sender.Client, sender.Caller.Id, [.. sender.Caller.Units], thing.Id, intent.BaseVersion ?? 0, version,
            intent.Id, intent.Sequence, intent.Kind, intent.At, intent.Body?.GetRawText(), sender.Now);
        return Append(
            sender, intent, new IntentConflicted(sender.Client, intent.Sequence, intent.Id, intent.Kind, thing.Id, conflict.Id),
            StreamAppend.To(conflict, 0, [NewEvent.Of(raised)]), cancellation);
    }

    public Task Hold(Sender sender, Intent intent, StreamId thing, OpenConflict open, CancellationToken cancellation)
    {
        var joined = new ConflictJoined(
            intent.Id, intent.Sequence, intent.Kind, intent.At, intent.BaseVersion ?? 0, intent.Body?.GetRawText());
        return Append(
            sender, intent, new IntentHeld(sender.Client, intent.Sequence, intent.Id, intent.Kind, thing.Id, open.Id),
            StreamAppend.To(new StreamId<SyncConflict>(thing.Tenant, open.Id), open.Version, [NewEvent.Of(joined)]), cancellation);
    }

    private Task Append(Sender sender, Intent intent, object line, StreamAppend? other, CancellationToken cancellation) =>
        store.Append(
            other is null ? [Line(sender, intent, line)] : [other, Line(sender, intent, line)], Metadata(sender, intent), cancellation);

    /// <summary>
    /// Only one line says what became of an intent: its event id is the intent's. A refusal and a repeat may be said again.
    /// </summary>
    private static StreamAppend Line(Sender sender, Intent intent, object line) =>
        StreamAppend.To(sender.Device, intent.Sequence - 1,
    [
        line is IntentRefused or IntentRepeated
            ? NewEvent.Of(line)
            : new NewEvent(DeterministicGuid.From(intent.Id, $"{sender.Device.Tenant}/fate"), line),
    ]);

    private static EventMetadata Metadata(Sender sender, Intent intent) =>
        sender.Metadata with { CausationId = Device.Cause(sender.Device.Id, intent.Sequence) };
}
