namespace Campaign.Scoring.Metrics;

/// <summary>任务超期, as Tasks told it. Rectifications are not among them: their case tells the same itself.</summary>
/// <param name="SourceVersion">Of the assignment's stream.</param>
internal sealed record AssignmentMissedDeadline(long SourceVersion, string Kind, string Title, string Unit, DateTimeOffset Due);

/// <summary>The same as the month's figures use it; a row of <c>missed_deadlines</c>. An assignment counts once a month.</summary>
internal sealed record MissedDeadline(Guid AssignmentId, long Version, Guid EventId, string Title, string Unit, DateTimeOffset Due);
