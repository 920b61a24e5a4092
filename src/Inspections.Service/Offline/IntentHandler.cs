using Campaign.EventStore;

namespace Campaign.Inspections.Offline;

/// <summary>
/// Takes one intent: decides what becomes of it and commits that together with the line in its device's stream. The stream is at the
/// version of the last sequence, so of two batches that bring the same intent at once one takes it and the other finds it taken.
/// </summary>
internal sealed class IntentHandler(IEventStore store, IntentKinds kinds, IntentJournal journal, IntentCommit commit)
{
    private const int Attempts = 20;

    public async Task<IntentAnswer> Handle(Sender sender, Intent intent, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryHandle(sender, intent, cancellation);
            }
            catch (Exception clash) when (attempt < Attempts && clash is StreamVersionConflictException or DuplicateEventException)
            {
                // Another batch of the device, or somebody else at the same thing: decide on what is there now.
            }
        }
    }

    private async Task<IntentAnswer> TryHandle(Sender sender, Intent intent, CancellationToken cancellation)
    {
        var next = await journal.Last(sender.Device, cancellation) + 1;
        if (intent.Sequence < next)
        {
            var line = await journal.Line(sender.Device, intent.Sequence, cancellation);
            return line.Intent == intent.Id ? line.Answer(again: true) : IntentAnswer.NotTaken(intent, SyncRules.SequenceReused, next);
        }
        if (intent.Sequence > next) return IntentAnswer.NotTaken(intent, SyncRules.SequenceGap(next), next);
        if (SyncRules.Untimely(intent.At, sender.Now) is { } untimely) return IntentAnswer.NotTaken(intent, untimely, next);

        // What there is of the thing is read before it is asked whether the intent came before: if another phone brings it at this
        // moment, either the answer is yes or its events are not in what was read.
        var kind = kinds.Named(intent.Kind);
        var thing = kind?.Thing(intent) is { } target ? new StreamId(sender.Device.Tenant, target) : (StreamId?)null;
        var history = thing is { } stream ? await store.Read(stream, cancellation) : [];
        var again = await journal.Earlier(sender.Device.Tenant, intent.Id, cancellation) is not null;

        if (again)
            await commit.Repeat(sender, intent, cancellation);
        else if (await Refused(sender, intent, kind, thing, history, cancellation) is { } refusal)
        {
            if (SyncRules.MayComeAgain(refusal)) return IntentAnswer.NotTaken(intent, refusal, next);
            await commit.Refuse(sender, intent, refusal, cancellation);
        }
        return (await journal.Line(sender.Device, intent.Sequence, cancellation)).Answer(again);
    }

    /// <returns>Why not; null when it is done or waits in a conflict.</returns>
    private async Task<Refusal?> Refused(
        Sender sender, Intent intent, IntentKind? kind, StreamId? thing, IReadOnlyList<RecordedEvent> history,
        CancellationToken cancellation)
    {
        if (kind is null) return SyncRules.KindUnknown;
        if (!sender.Caller.Is(kind.Allowed)) return SyncRules.RoleNotAllowed;
        if (thing is not { } stream) return SyncRules.TargetMissing;
        if (kind.Begins && history.Count > 0) return SyncRules.IdTaken;
        if (intent.BaseVersion > history.Count) return SyncRules.BaseVersionUnknown;

        var life = history.Select(e => e.Data).ToList();
        var (command, unprepared) = await kind.Prepare(
            new IntentContext(stream, life, intent, sender.Caller.Units, intent.At, sender.Device, cancellation));
        if (command is null) return unprepared;

        var decision = command.Decide(life);
        var unseen = Device.Unseen(sender.Device.Id, intent.BaseVersion ?? 0, history).Select(e => e.Data).ToList();
        if (await journal.OpenConflict(sender.Device, stream.Id, cancellation) is { } open)
            await commit.Hold(sender, intent, stream, open, cancellation);
        else if (command.Conflicts(decision, unseen))
            await commit.Raise(sender, intent, stream, history.Count, cancellation);
        else if (decision.Refusal is { } refusal)
            return SyncRules.InBody(refusal);
        else
            await commit.Apply(sender, intent, new(stream, command, decision, history.Count, Seen: unseen.Count == 0), cancellation);
        return null;
    }
}
