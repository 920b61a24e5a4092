namespace Campaign.Scoring.Commendations;

/// <summary>表扬, as the month's figures use it; a row of <c>commendations</c>.</summary>
/// <param name="Id">Chosen by whoever entered it.</param>
internal sealed record Commendation(Guid StreamId, string Id, Guid EventId, string Subject, DateOnly Date, string Reason);
