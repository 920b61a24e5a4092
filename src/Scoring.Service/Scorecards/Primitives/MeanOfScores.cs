using Campaign.Scoring.Kernel;

namespace Campaign.Scoring.Scorecards.Primitives;

/// <summary>The mean of the inspections, a line for each.</summary>
internal static class MeanOfScores
{
    public static ItemScore Score(MeasuredItem item)
    {
        var (scores, weight) = (item.Occurrences, item.Item.Weight);
        if (scores.Count == 0) return item.NotApplicable("本月没有可计的检查");
        var share = weight == Points.Max ? $"占 1/{scores.Count}" : $"占 1/{scores.Count}，本项满分 {weight:0.##} 分";
        return item.Scored(
            scores.Sum(s => s.Amount) * weight / (Points.Max * scores.Count),
            scores.Zip(
                Points.Shares([.. scores.Select(s => s.Amount)], weight),
                (score, points) => item.Line(points, $"{score.Text}，{share}", score) with { Score = score.Amount }));
    }
}
