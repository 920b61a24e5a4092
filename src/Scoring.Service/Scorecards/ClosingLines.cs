namespace Campaign.Scoring.Scorecards;

/// <summary>From the exact sum to the announced score: rounded, then held between 0 and 100. What either changes is a line of its own.</summary>
internal static class ClosingLines
{
    public const string Rounding = "rounding";
    public const string Limit = "limit";

    /// <param name="exact">Mean of the inspections and all adjustments, unrounded.</param>
    /// <param name="lines">Sum of the lines so far.</param>
    public static (decimal Score, IEnumerable<ScoreLine> Lines) Of(decimal exact, decimal lines)
    {
        var rounded = Points.Round(exact);
        var score = Math.Clamp(rounded, 0, Points.Max);
        return (score, new ScoreLine[]
        {
            new(Rounding, rounded - lines, "四舍五入保留两位小数"),
            new(Limit, score - rounded, $"限幅：得分不低于 0 分、不高于 {Points.Max} 分"),
        }.Where(line => line.Points != 0));
    }
}
