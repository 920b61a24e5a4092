using Campaign.Scoring.Rulebook;

namespace Campaign.Scoring.Policies.Stored;

/// <summary><see cref="Rulebook.Policy"/> as events keep it, with all that it is made of.</summary>
internal sealed record Policy(
    decimal DailyWeight, decimal EvaluationWeight, IReadOnlyList<Adjustment> Adjustments, string? Name = null,
    IReadOnlyList<Item>? Items = null, IReadOnlyList<FullMarks>? FullMarks = null, Grading? Grades = null,
    bool? AnnounceSanctions = null)
{
    public static Policy Of(Rulebook.Policy policy) => new(
        policy.DailyWeight, policy.EvaluationWeight, [.. policy.Adjustments.Select(Adjustment.Of)], policy.Name,
        policy.Items is null ? null : [.. policy.Items.Select(Item.Of)],
        policy.FullMarks is null ? null : [.. policy.FullMarks.Select(Stored.FullMarks.Of)],
        policy.Grades is null ? null : Grading.Of(policy.Grades), policy.AnnounceSanctions);

    public Rulebook.Policy ToPolicy() => new(
        DailyWeight, EvaluationWeight, [.. Adjustments.Select(adjustment => adjustment.ToAdjustment())], Name,
        Items is null ? null : [.. Items.Select(item => item.ToItem())],
        FullMarks is null ? null : [.. FullMarks.Select(marks => marks.ToFullMarks())], Grades?.ToGrading(),
        AnnounceSanctions);
}

internal sealed record Adjustment(string Kind, decimal Points, decimal CapPerMonth)
{
    public static Adjustment Of(Rulebook.Adjustment adjustment) => new(adjustment.Kind, adjustment.Points, adjustment.CapPerMonth);

    public Rulebook.Adjustment ToAdjustment() => new(Kind, Points, CapPerMonth);
}

internal sealed record FullMarks(decimal Points, IReadOnlyList<int>? Months = null)
{
    public static FullMarks Of(Rulebook.FullMarks marks) => new(marks.Points, marks.Months);

    public Rulebook.FullMarks ToFullMarks() => new(Points, Months);
}

internal sealed record Grading(IReadOnlyList<GradeBand> Bands, GradeBy MonthBy = GradeBy.Mean, GradeBy TotalBy = GradeBy.Mean)
{
    public static Grading Of(Rulebook.Grading grading) => new([.. grading.Bands.Select(GradeBand.Of)], grading.MonthBy, grading.TotalBy);

    public Rulebook.Grading ToGrading() => new([.. Bands.Select(band => band.ToGradeBand())], MonthBy, TotalBy);
}

internal sealed record GradeBand(string Name, decimal From)
{
    public static GradeBand Of(Rulebook.GradeBand band) => new(band.Name, band.From);

    public Rulebook.GradeBand ToGradeBand() => new(Name, From);
}

internal sealed record Item(
    string Id, string Name, string Rule, string Metric, decimal Weight = 0, decimal? Points = null, decimal? Cap = null,
    decimal? Every = null, string? Basis = null, decimal? Target = null, IReadOnlyList<Band>? Bands = null,
    IReadOnlyList<Milestone>? Milestones = null, IReadOnlyList<Quota>? Quotas = null, IReadOnlyList<int>? Months = null,
    string? AtMostItem = null)
{
    public static Item Of(Rulebook.Item item) => new(
        item.Id, item.Name, item.Rule, item.Metric, item.Weight, item.Points, item.Cap, item.Every, item.Basis, item.Target,
        item.Bands is null ? null : [.. item.Bands.Select(Band.Of)],
        item.Milestones is null ? null : [.. item.Milestones.Select(Milestone.Of)],
        item.Quotas is null ? null : [.. item.Quotas.Select(Quota.Of)], item.Months, item.AtMostItem);

    public Rulebook.Item ToItem() => new(
        Id, Name, Rule, Metric, Weight, Points, Cap, Every, Basis, Target, Bands is null ? null : [.. Bands.Select(band => band.ToBand())],
        Milestones is null ? null : [.. Milestones.Select(milestone => milestone.ToMilestone())],
        Quotas is null ? null : [.. Quotas.Select(quota => quota.ToQuota())], Months, AtMostItem);
}

internal sealed record Band(decimal Points, decimal? From = null, decimal? To = null)
{
    public static Band Of(Rulebook.Band band) => new(band.Points, band.From, band.To);

    public Rulebook.Band ToBand() => new(Points, From, To);
}

internal sealed record Milestone(int Day, decimal Percent, decimal Points)
{
    public static Milestone Of(Rulebook.Milestone milestone) => new(milestone.Day, milestone.Percent, milestone.Points);

    public Rulebook.Milestone ToMilestone() => new(Day, Percent, Points);
}

internal sealed record Quota(string Class, decimal Count)
{
    public static Quota Of(Rulebook.Quota quota) => new(quota.Class, quota.Count);

    public Rulebook.Quota ToQuota() => new(Class, Count);
}
