namespace Campaign.Scoring.Commendations;

/// <summary>表扬, as it now reads: entered again with other words it is the same commendation, put right.</summary>
/// <param name="Evidence">Document number, report or address where it can be looked up.</param>
/// <param name="By">Account that entered it.</param>
internal sealed record CommendationGranted(
    string Id, string Subject, DateOnly Date, string Reason, DateTimeOffset At, string? Evidence = null, string? By = null);

/// <summary>撤回: it counts no longer. That it was granted stays on record.</summary>
internal sealed record CommendationWithdrawn(string Id, string Reason, string By, DateTimeOffset At);
