namespace Campaign.Scoring.Scorecards.Primitives;

/// <summary>Points for each occurrence, as if the subject had the area or the population that <c>every</c> names.</summary>
internal static class Normalised
{
    public const string Area = "area";
    public const string Population = "population";

    public static ItemScore Score(MeasuredItem item)
    {
        var (rule, profile) = (item.Item, item.Subject.Profile);
        var (size, name, unit) = rule.Basis == Area ? (profile?.AreaKm2, "面积", "平方公里") : (profile?.Population, "人口", "人");
        if (size is not > 0) return item.NotApplicable($"未登记{name}");
        var text = $"，{name} {size:0.####} {unit}，按每 {rule.Every:0.####} {unit}折算";
        return Tally.Of(item, item.Occurrences.Select(o =>
            (o with { Text = o.Text + text }, o.Amount * rule.Points!.Value * rule.Every!.Value / size.Value)));
    }
}
