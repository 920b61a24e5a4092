namespace Campaign.Scoring.Findings;

/// <summary>整改上报 of one round of a finding; a row of <c>case_handlings</c>.</summary>
internal sealed record RectificationReport(Guid FindingId, int Round, DateTimeOffset At);
