namespace Campaign.Inspections.Visits.Stored;

/// <summary><see cref="Visits.ScoredItem"/> as events keep it.</summary>
internal sealed record ScoredItem(int No, decimal Max, bool NotApplicable, decimal Deduction, string? Reason, int? Count = null)
{
    public static ScoredItem Of(Visits.ScoredItem item) => new(
        item.No, item.Max, item.NotApplicable, item.Deduction, item.Reason, item.Count);

    public Visits.ScoredItem ToScoredItem() => new(No, Max, NotApplicable, Deduction, Reason, Count);
}
