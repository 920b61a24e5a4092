namespace Campaign.Scoring.Assignments;

/// <summary>
/// A deadline that an assignment missed, as the month's figures use it; a row of <c>missed_deadlines</c>. An assignment counts once a
/// month.
/// </summary>
internal sealed record OverdueAssignment(Guid AssignmentId, long Version, Guid EventId, string Title, string Unit, DateTimeOffset Due);
