namespace Campaign.Inspections.Inspections;

/// <summary>An item of the sheet with what the inspector found.</summary>
/// <param name="Deduction">0 or more; a ledger may say more than <paramref name="Max"/>, the item then counts 0.</param>
/// <param name="Count">Occurrences that the deduction was reckoned from, where they were counted.</param>
internal sealed record ScoredItem(int No, decimal Max, bool NotApplicable, decimal Deduction, string? Reason, int? Count = null);
