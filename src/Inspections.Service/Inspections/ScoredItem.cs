using Campaign.Inspections.Evidence;

namespace Campaign.Inspections.Inspections;

/// <summary>An item of the sheet with what the inspector found.</summary>
/// <param name="Deduction">0 or more; a ledger may say more than <paramref name="Max"/>, the item then counts 0.</param>
/// <param name="Count">Occurrences that the deduction was reckoned from, where they were counted.</param>
/// <param name="Photos">评分项照片; absent for none.</param>
/// <param name="PhotoRoles">What some of them show; the others show it as it was found.</param>
internal sealed record ScoredItem(
    int No, decimal Max, bool NotApplicable, decimal Deduction, string? Reason, int? Count = null, IReadOnlyList<string>? Photos = null,
    IReadOnlyList<PhotoInRole>? PhotoRoles = null)
{
    /// <summary>By what is in its lists: the same entry again says nothing new.</summary>
    public bool Equals(ScoredItem? other) =>
        other is not null
        && (No, Max, NotApplicable, Deduction, Reason, Count)
            == (other.No, other.Max, other.NotApplicable, other.Deduction, other.Reason, other.Count)
        && (Photos ?? []).SequenceEqual(other.Photos ?? [], StringComparer.Ordinal)
        && (PhotoRoles ?? []).SequenceEqual(other.PhotoRoles ?? []);

    public override int GetHashCode() => No;
}
