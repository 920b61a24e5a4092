using Campaign.EventStore;

namespace Campaign.Inspections.Offline;

/// <summary>冲突处理: a person has looked at both versions.</summary>
internal sealed record ResolveConflict(ConflictChoice Take, string Reason, DateTimeOffset Now)
{
    /// <param name="history">What has happened to the thing.</param>
    public JointDecision Decide(StreamRef<SyncConflict> conflict, IReadOnlyList<PendingIntent> waiting, IReadOnlyList<object> history)
    {
        if (conflict.State.State is ConflictState.None) return SyncRules.ConflictNotFound;
        if (conflict.State.Resolution is { } resolution)
            return resolution.Take == Take ? JointDecision.Nothing : SyncRules.ConflictIsResolved;

        var (life, applied, dropped) = (history.ToList(), new List<Guid>(), new List<Guid>());
        foreach (var (intent, (command, unprepared), unseen) in waiting)
        {
            // What does not contradict the others' version is done whichever is taken: no photo is lost.
            var kept = command is not null && (Take is ConflictChoice.Mine || !unseen.Any(command.Disturbs));
            var (events, refusal) = kept ? command!.Decide(life) : new Decision([], unprepared);
            // Whoever takes mine means the first one; he is told when it can no longer be done.
            if (Take is ConflictChoice.Mine && refusal is not null && applied.Count + dropped.Count == 0) return refusal;
            if (kept && refusal is null) life.AddRange(events);
            (kept && refusal is null ? applied : dropped).Add(intent);
        }
        var aggregate = waiting.Select(w => w.Preparation.Command?.Aggregate).FirstOrDefault(alias => alias is not null) ?? "";
        // The device knows what it gets done for its own doing.
        return JointDecision.Of(
            conflict.Gets(new ConflictResolved(Take, Reason, applied, dropped, Now)),
            new StreamChange(conflict.State.Thing(conflict.Id.Tenant), aggregate, history.Count, [.. life.Skip(history.Count)]))
            .CausedBy(Device.Cause(conflict.State.Device, conflict.State.Waiting[0].Sequence));
    }
}

/// <param name="Preparation">Its command, or why there can be none any more.</param>
/// <param name="Unseen">What of the thing's history the device did not know when it was done.</param>
internal sealed record PendingIntent(Guid Intent, Preparation Preparation, IReadOnlyList<object> Unseen);
