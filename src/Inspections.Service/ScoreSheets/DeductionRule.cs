namespace Campaign.Inspections.ScoreSheets;

internal enum DeductionForm
{
    /// <summary>酌情扣分: the inspector says how much.</summary>
    Free,

    /// <summary>每处扣N分，扣完为止.</summary>
    PerOccurrence,

    /// <summary>不达标不得分.</summary>
    AllOrNothing,

    /// <summary>1-2处扣1分，3处以上扣3分.</summary>
    Tiers,
}

/// <param name="From">The least count that costs <paramref name="Points"/>.</param>
internal sealed record DeductionTier(int From, decimal Points);

/// <summary>扣分标准 as data. An item never loses more than its maximum.</summary>
/// <param name="Points">What one occurrence costs.</param>
/// <param name="Cap">Where the deduction ends before the item's maximum.</param>
/// <param name="Tiers">From the least count to the greatest.</param>
internal sealed record DeductionRule(
    DeductionForm Form, decimal? Points = null, decimal? Cap = null, IReadOnlyList<DeductionTier>? Tiers = null)
{
    /// <summary>What so many occurrences cost; null where the form does not count.</summary>
    public decimal? For(int count, decimal max) => Form switch
    {
        DeductionForm.Free => null,
        DeductionForm.PerOccurrence => Math.Min(count * Points!.Value, Limit(max)),
        DeductionForm.AllOrNothing => count > 0 ? max : 0,
        DeductionForm.Tiers => Math.Min(Tiers!.LastOrDefault(tier => tier.From <= count)?.Points ?? 0, Limit(max)),
    };

    /// <summary>Whether the rule can come to this deduction at all.</summary>
    public bool Allows(decimal deduction, decimal max) => deduction == 0 || Form switch
    {
        DeductionForm.Free => deduction <= Limit(max),
        DeductionForm.PerOccurrence => deduction == Limit(max) || (deduction < Limit(max) && deduction % Points!.Value == 0),
        DeductionForm.AllOrNothing => deduction == max,
        DeductionForm.Tiers => Tiers!.Any(tier => tier.Points == deduction),
    };

    // A list compares by reference, and a sheet sent again must be found the same.
    public bool Equals(DeductionRule? other) =>
        other is not null && (Form, Points, Cap) == (other.Form, other.Points, other.Cap) && (Tiers ?? []).SequenceEqual(other.Tiers ?? []);

    public override int GetHashCode() => HashCode.Combine(Form, Points, Cap, Tiers?.Count ?? 0);

    private decimal Limit(decimal max) => Math.Min(Cap ?? max, max);
}
