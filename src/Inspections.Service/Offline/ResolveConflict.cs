using Campaign.EventStore;
using Campaign.Inspections.Findings;

namespace Campaign.Inspections.Offline;

/// <summary>冲突处理: a person has looked at both versions.</summary>
internal sealed record ResolveConflict(ConflictChoice Take, string Reason, DateTimeOffset Now)
{
    /// <param name="waiting">The intents that wait, in order, each with its deed or why there can be none.</param>
    /// <param name="history">What has happened to the thing.</param>
    /// <param name="unseen">What of it the device had not seen.</param>
    /// <returns>First what happens to the thing, second to the conflict.</returns>
    public JointDecision Decide(
        SyncConflict conflict, IReadOnlyList<(Guid Intent, Prepared Prepared)> waiting, IReadOnlyList<object> history, IReadOnlyList<object> unseen)
    {
        if (conflict.State is ConflictState.None) return SyncRules.ConflictNotFound;
        if (conflict.Resolution is { } resolution) return resolution.Take == Take ? JointDecision.Nothing : SyncRules.ConflictIsResolved;

        var (life, applied, dropped, why) = (history.ToList(), new List<Guid>(), new List<Guid>(), (Refusal?)null);
        foreach (var (intent, (deed, unprepared)) in waiting)
        {
            // What does not contradict the others' version is done whichever is taken: no photo is lost.
            var kept = deed is not null && (Take is ConflictChoice.Mine || !unseen.Any(deed.Disturbs));
            var (events, refusal) = kept ? deed!.Decide(life) : new Decision([], unprepared);
            why ??= refusal;
            if (kept && refusal is null) life.AddRange(events);
            (kept && refusal is null ? applied : dropped).Add(intent);
        }
        if (Take is ConflictChoice.Mine && applied.Count == 0) return why!;
        return new JointDecision([.. life.Skip(history.Count)], [new ConflictResolved(Take, Reason, applied, dropped, Now)]);
    }
}
