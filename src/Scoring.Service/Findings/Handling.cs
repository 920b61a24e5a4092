namespace Campaign.Scoring.Findings;

/// <summary>整改上报 of one round of a case; a row of <c>case_handlings</c>.</summary>
internal sealed record Handling(Guid CaseId, int Round, DateTimeOffset At);
