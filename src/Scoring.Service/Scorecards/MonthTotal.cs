using Campaign.Scoring.Kernel;
using Campaign.Scoring.Scorecards.Primitives;

namespace Campaign.Scoring.Scorecards;

/// <summary>
/// From the items to the announced score: what has a weight is scaled to percent of the weights that apply, what has none is
/// added to that; then rounded and held between 0 and 100. What each of these changes is a line of its own.
/// </summary>
internal sealed record MonthTotal(decimal Score, IReadOnlyList<ScoreLine> Lines)
{
    private const string Scaling = "scaling";
    private const string Rounding = "rounding";
    private const string Limit = "limit";

    /// <returns>Null where there is nothing to judge: no inspection though the policy takes their mean, or no item that applies.</returns>
    public static MonthTotal? Of(IReadOnlyList<ItemScore> items)
    {
        if (items.Any(i => i is { Applies: false, Item.Rule: Primitive.Mean })) return null;
        var full = items.Where(i => i.Applies).Sum(i => i.Item.Weight);
        if (full == 0) return null;

        var earned = items.Where(i => i.Item.Weight > 0).Sum(i => i.Exact);
        var percent = full == Points.Max ? earned : earned * Points.Max / full;
        var scaling = Points.Round(percent - earned);
        var exact = percent + items.Where(i => i.Item.Weight == 0).Sum(i => i.Exact);
        var rounded = Points.Round(exact);
        var score = Math.Clamp(rounded, 0, Points.Max);

        var lines = items.SelectMany(i => i.Lines).ToList();
        var explained = lines.Sum(l => l.Points) + scaling;
        ScoreLine[] closing =
        [
            new(Scaling, scaling, $"计入的项目满分 {full:0.##} 分，折算为百分制"),
            new(Rounding, rounded - explained, "四舍五入保留两位小数"),
            new(Limit, score - rounded, $"限幅：得分不低于 0 分、不高于 {Points.Max} 分"),
        ];
        return new(score, [.. lines, .. closing.Where(line => line.Points != 0)]);
    }
}
