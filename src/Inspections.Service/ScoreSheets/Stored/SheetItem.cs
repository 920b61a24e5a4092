namespace Campaign.Inspections.ScoreSheets.Stored;

/// <summary><see cref="ScoreSheets.SheetItem"/> as events keep it, with all that it is made of.</summary>
internal sealed record SheetItem(
    int No, string Text, decimal Max, string? Section = null, string? Criterion = null, DeductionRule? Rule = null,
    bool MayNotApply = true)
{
    public static SheetItem Of(ScoreSheets.SheetItem item) => new(
        item.No, item.Text, item.Max, item.Section, item.Criterion, item.Rule is null ? null : DeductionRule.Of(item.Rule),
        item.MayNotApply);

    public ScoreSheets.SheetItem ToSheetItem() => new(No, Text, Max, Section, Criterion, Rule?.ToDeductionRule(), MayNotApply);
}

internal sealed record DeductionRule(
    DeductionForm Form, decimal? Points = null, decimal? Cap = null, IReadOnlyList<DeductionTier>? Tiers = null)
{
    public static DeductionRule Of(ScoreSheets.DeductionRule rule) => new(
        rule.Form, rule.Points, rule.Cap, rule.Tiers is null ? null : [.. rule.Tiers.Select(DeductionTier.Of)]);

    public ScoreSheets.DeductionRule ToDeductionRule() => new(
        Form, Points, Cap, Tiers is null ? null : [.. Tiers.Select(tier => tier.ToDeductionTier())]);
}

internal sealed record DeductionTier(int From, decimal Points)
{
    public static DeductionTier Of(ScoreSheets.DeductionTier tier) => new(tier.From, tier.Points);

    public ScoreSheets.DeductionTier ToDeductionTier() => new(From, Points);
}
