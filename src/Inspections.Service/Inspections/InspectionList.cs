namespace Campaign.Inspections.Inspections;

/// <param name="Date">Of a visit that is only planned: the first day it may take place.</param>
/// <param name="PlannedUntil">The last one; absent for a visit that nobody planned.</param>
/// <param name="SheetVersion">Absent until the visit is started.</param>
internal sealed record InspectionList(
    Guid Id, long Version, string Subject, string Kind, DateOnly Date, DateOnly? PlannedUntil, string? Inspector, string? By, Venue? Venue,
    string Sheet, int? SheetVersion, InspectionStatus Status, decimal? Score, IReadOnlyList<ScoredItem> Items);
