namespace Campaign.Scoring.Visits;

// What Scoring was told about one inspection; the stream has the id of the inspection's stream in Inspections.

/// <summary>检查得分: a score sheet was confirmed. The one with the highest source version counts.</summary>
internal sealed record InspectionTaken(
    long SourceVersion, string Subject, string Kind, DateOnly Date, decimal? Score, string Sheet, int SheetVersion, string? Reference);
