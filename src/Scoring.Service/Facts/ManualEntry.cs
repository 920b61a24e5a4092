namespace Campaign.Scoring.Facts;

/// <summary>人工登记: an amount that the office entered for an item, as the month's figures use it; a row of <c>manual_entries</c>.</summary>
/// <param name="Value">In the item's own unit; 0 takes an entry back.</param>
internal sealed record ManualEntry(
    Guid StreamId, string Id, Guid EventId, string Subject, string Item, decimal Value, DateOnly Date, string Reason);
