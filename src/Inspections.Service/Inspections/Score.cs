namespace Campaign.Inspections.Inspections;

internal static class Score
{
    /// <summary>
    /// (Σ maximum − Σ deductions) ÷ Σ maximum × 100 over the applicable items, none below 0; two decimals, half away from zero
    /// because it is announced. Null when nothing was applicable.
    /// </summary>
    public static decimal? Of(IEnumerable<ScoredItem> items)
    {
        var applicable = items.Where(item => !item.NotApplicable).ToList();
        var maximum = applicable.Sum(item => item.Max);
        var reached = applicable.Sum(item => Math.Max(0, item.Max - item.Deduction));
        return maximum == 0 ? null : Math.Round(reached * 100 / maximum, 2, MidpointRounding.AwayFromZero);
    }
}
