using Campaign.Scoring.Kernel;
using Campaign.Scoring.Metrics;

namespace Campaign.Scoring.Scorecards.Primitives;

/// <summary>ratio × w and (1 − ratio) × w: the full marks, from which everything that spoils the ratio takes an equal share.</summary>
internal static class Ratio
{
    public static ItemScore Score(MeasuredItem item) => Of(item, spoils: o => !o.Hit);

    public static ItemScore Inverse(MeasuredItem item) => Of(item, spoils: o => o.Hit);

    private static ItemScore Of(MeasuredItem item, Func<Occurrence, bool> spoils)
    {
        var (whole, weight) = (item.Occurrences.Count, item.Item.Weight);
        if (whole == 0) return item.NotApplicable($"{item.Metric.Name}没有分母");
        var spoiling = item.Occurrences.Where(spoils).ToList();
        var lost = weight * spoiling.Count / whole;
        var ratio = $"{item.Item.Name}：{item.Metric.Name} {item.Occurrences.Count(o => o.Hit)}/{whole}，满分 {weight:0.##} 分";
        return item.Scored(
            weight - lost,
            [
                item.Line(weight, ratio),
                .. spoiling.Zip(Points.Split(lost, spoiling.Count), (o, points) => item.Line(-points, $"{o.Text}，扣 {points:0.00} 分", o)),
            ]);
    }
}
