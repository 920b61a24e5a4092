namespace Campaign.Inspections.Inspections;

// The stream of one inspection. `Date` is the local day of the visit; `At` is when it was entered.

internal interface IInspectionEvent;

/// <summary>安排检查: who is to be visited, within which days and by whom; once more for a changed plan.</summary>
/// <param name="Inspector">Id of the account that is to go; null: whoever comes to it.</param>
internal sealed record InspectionPlanned(
    string Subject, InspectionKind Kind, DateOnly From, DateOnly Until, string Sheet, string? Inspector, string? By, Stored.Venue? Venue,
    DateTimeOffset At) : IInspectionEvent;

/// <summary>取消检查安排.</summary>
internal sealed record InspectionCancelled(string Reason, DateTimeOffset At) : IInspectionEvent;

/// <summary>开始检查: a sheet is being filled.</summary>
/// <param name="Reference">What the ledger that it was taken over from calls it; null for a visit entered here.</param>
/// <param name="By">Unit that inspects, where it is not the street's own inspectors.</param>
/// <param name="ByUnit">A unit fills it itself: kept apart from what the street scores; null where it does not, or nobody knows.</param>
internal sealed record InspectionStarted(
    string Subject, InspectionKind Kind, DateOnly Date, string Sheet, int SheetVersion, IReadOnlyList<Stored.ScoredItem> Items,
    DateTimeOffset At, string? Reference, string? By = null, Stored.Venue? Venue = null, bool? ByUnit = null) : IInspectionEvent;

/// <summary>逐项评分: one item was entered.</summary>
/// <param name="Score">What the sheet comes to with it.</param>
internal sealed record InspectionItemScored(Stored.ScoredItem Item, decimal? Score, DateTimeOffset At) : IInspectionEvent;

/// <summary>更正评分, before it is confirmed.</summary>
internal sealed record InspectionItemsCorrected(IReadOnlyList<Stored.ScoredItem> Items, DateTimeOffset At) : IInspectionEvent;

/// <summary>扣分转问题: an item's deduction became a finding of its own.</summary>
internal sealed record DeductionBecameFinding(int Item, Guid FindingId, DateTimeOffset At) : IInspectionEvent;

/// <summary>提交评分: the inspector is done; the office looks at it and confirms.</summary>
/// <param name="ByUnit">As when it was started.</param>
internal sealed record InspectionSubmitted(DateTimeOffset At, bool? ByUnit = null) : IInspectionEvent;

/// <summary>确认成绩.</summary>
/// <param name="Score">0–100, two decimals; null when no item was applicable.</param>
/// <param name="ByUnit">As when it was started.</param>
internal sealed record InspectionConfirmed(
    string Subject, InspectionKind Kind, DateOnly Date, decimal? Score, string Sheet, int SheetVersion, DateTimeOffset At,
    string? Reference, bool? ByUnit = null) : IInspectionEvent;

/// <summary>撤回导入: the import that this inspection came with was taken back; it was no visit.</summary>
internal sealed record ImportedInspectionWithdrawn(
    string Subject, InspectionKind Kind, DateOnly Date, Guid Batch, string Reason, DateTimeOffset At) : IInspectionEvent;
