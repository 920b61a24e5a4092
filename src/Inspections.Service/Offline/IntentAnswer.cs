namespace Campaign.Inspections.Offline;

/// <summary>What the phone is told of one intent.</summary>
/// <param name="Taken">False: nothing was kept of it; it may come again under its sequence once its reason is gone.</param>
/// <param name="Id">The finding or inspection.</param>
/// <param name="Version">Base version of what comes next; absent where others changed it too, so that it has to be fetched first.</param>
/// <param name="Pointer">Into the intent.</param>
/// <param name="Expected">The sequence to go on from.</param>
/// <param name="Conflict">With both versions, where it is an open one.</param>
internal sealed record IntentAnswer(
    long Sequence, Guid Intent, IntentOutcome Outcome, bool Taken, Guid? Id = null, long? Version = null, string? CaseNumber = null,
    string? Rule = null, string? Detail = null, string? Pointer = null, long? Expected = null, Guid? ConflictId = null,
    ConflictView? Conflict = null)
{
    public static IntentAnswer NotTaken(Intent intent, EventStore.Refusal refusal, long expected) => new(
        intent.Sequence, intent.Id, IntentOutcome.Refused, Taken: false, Rule: refusal.Rule, Detail: refusal.Detail,
        Pointer: refusal.Pointer,
        Expected: expected);
}

/// <summary>办理 · 重复 · 冲突 · 待冲突处理 · 拒绝.</summary>
internal enum IntentOutcome { Applied, Duplicate, Conflict, Held, Refused }

/// <summary>What became of an intent, as the journal of its device has it.</summary>
internal enum IntentFate { Applied, Refused, Conflicted, Held, Repeated }

/// <param name="State">Of the conflict that it is or waits in.</param>
/// <param name="Upheld">The conflict was resolved and the intent done after all.</param>
internal sealed record JournalLine(
    long Sequence, Guid Intent, IntentFate Outcome, Guid? Target, long? Version, string? CaseNumber, string? Rule, string? Detail,
    string? Pointer, Guid? Conflict, ConflictState? State, string? Reason, bool? Upheld)
{
    /// <param name="again">It was taken before; what was done then is not done now.</param>
    public IntentAnswer Answer(bool again)
    {
        var done = again ? IntentOutcome.Duplicate : IntentOutcome.Applied;
        var answer = new IntentAnswer(
            Sequence, Intent, done, Taken: true, Target, Version, CaseNumber, Rule, Detail, Pointer, ConflictId: Conflict);
        return this switch
        {
            { Outcome: IntentFate.Refused } => answer with { Outcome = IntentOutcome.Refused },
            { Conflict: null } or { Upheld: true } => answer,
            { State: ConflictState.Resolved } => answer with
            {
                Outcome = IntentOutcome.Refused,
                Rule = SyncRules.Overruled("").Rule,
                Detail = SyncRules.Overruled(Reason!).Detail,
            },
            { Outcome: IntentFate.Held } => answer with { Outcome = IntentOutcome.Held },
            _ => answer with { Outcome = IntentOutcome.Conflict },
        };
    }
}
