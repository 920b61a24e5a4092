using Campaign.Scoring.Honours;

namespace Campaign.Scoring.Commendations;

/// <summary>表扬, as it now reads: entered again with other words it is the same commendation, put right.</summary>
/// <param name="Evidence">Document number, report or address where it can be looked up.</param>
/// <param name="By">Account that entered it.</param>
/// <param name="Level">Who commended; null where that was not asked yet.</param>
/// <param name="Scope">Of its date: where the subject is shown as commended.</param>
internal sealed record CommendationGranted(
    string Id, string Subject, DateOnly Date, string Reason, DateTimeOffset At, string? Evidence = null, string? By = null,
    CommendationLevel? Level = null, HonourScope Scope = HonourScope.Month) : IHonourEntered
{
    public bool Repeats(IHonourEntered before) =>
        before is CommendationGranted commendation && commendation == this with { At = commendation.At, By = commendation.By };
}

/// <summary>撤回: it counts no longer. That it was granted stays on record.</summary>
internal sealed record CommendationWithdrawn(string Id, string Reason, string By, DateTimeOffset At) : IHonourTakenBack;
