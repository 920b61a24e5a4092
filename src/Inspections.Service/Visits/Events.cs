namespace Campaign.Inspections.Visits;

// The stream of one inspection. `Date` is the local day of the visit; `At` is when it was entered.

/// <summary>开始检查: a sheet is being filled.</summary>
/// <param name="Reference">What the ledger that it was taken over from calls it; null for a visit entered here.</param>
internal sealed record InspectionStarted(
    string Subject, InspectionKind Kind, DateOnly Date, string Sheet, int SheetVersion, IReadOnlyList<ScoredItem> Items,
    DateTimeOffset At, string? Reference);

/// <summary>更正评分, before it is confirmed.</summary>
internal sealed record InspectionItemsCorrected(IReadOnlyList<ScoredItem> Items, DateTimeOffset At);

/// <summary>扣分转问题: an item's deduction became a case of its own.</summary>
internal sealed record DeductionBecameFinding(int Item, Guid FindingId, DateTimeOffset At);

/// <summary>确认成绩.</summary>
/// <param name="Score">0–100, two decimals; null when no item was applicable.</param>
internal sealed record InspectionConfirmed(
    string Subject, InspectionKind Kind, DateOnly Date, decimal? Score, string Sheet, int SheetVersion, DateTimeOffset At,
    string? Reference);

/// <summary>An item of the sheet with what the inspector found.</summary>
/// <param name="Deduction">0 or more; a ledger may say more than <paramref name="Max"/>, the item then counts 0.</param>
internal sealed record ScoredItem(int No, decimal Max, bool NotApplicable, decimal Deduction, string? Reason);
