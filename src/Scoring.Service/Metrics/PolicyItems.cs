using Campaign.Scoring.Kernel;
using Campaign.Scoring.Rulebook;

namespace Campaign.Scoring.Metrics;

/// <summary>What a policy counts. Mean and adjustments are items like any other, with less to say.</summary>
internal static class PolicyItems
{
    public static readonly Item MeanOfInspections =
        new(MetricCatalogue.Inspection, "检查平均分", "mean", MetricCatalogue.Inspection, Points.Max);

    /// <summary>The items of a month of the year.</summary>
    public static IReadOnlyList<Item> ItemsIn(this Policy policy, int month) =>
    [
        .. (policy.Items is { Count: > 0 } items ? items : [MeanOfInspections]).Where(item => item.AppliesIn(month)),
        .. policy.Adjustments.Select(Of),
    ];

    private static Item Of(Adjustment adjustment) => new(
        adjustment.Kind, MetricCatalogue.NameOf(adjustment.Kind), "perOccurrence", adjustment.Kind,
        Points: adjustment.Points, Cap: adjustment.CapPerMonth);
}
