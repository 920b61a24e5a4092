namespace Campaign.Inspections.Inspections;

/// <param name="Date">Of a visit that is only planned: the first day it may take place.</param>
/// <param name="PlannedUntil">The last one; absent for a visit that nobody planned.</param>
/// <param name="StartedBy">Id of the account that scores; of a covert visit, told as its inspector is.</param>
/// <param name="ByUnit">A unit fills it itself: no figure of the street counts it.</param>
/// <param name="SheetVersion">Absent until the visit is started.</param>
internal sealed record InspectionList(
    Guid Id, long Version, string Subject, string Kind, DateOnly Date, DateOnly? PlannedUntil, string? Inspector, string? By, Venue? Venue,
    string Sheet, int? SheetVersion, InspectionStatus Status, decimal? Score, IReadOnlyList<ScoredItem> Items, string? StartedBy,
    bool ByUnit);
