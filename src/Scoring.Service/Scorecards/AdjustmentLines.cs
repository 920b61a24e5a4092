using Campaign.Scoring.Policies;

namespace Campaign.Scoring.Scorecards;

/// <summary>A line for each occurrence, in the order of time, until the month's cap is reached; the rest stand there with 0.</summary>
internal static class AdjustmentLines
{
    public static IReadOnlyList<ScoreLine> Of(Adjustment adjustment, IEnumerable<Occurrence> occurrences)
    {
        var lines = new List<ScoreLine>();
        var sum = 0m;
        foreach (var occurrence in occurrences.OrderBy(o => o.At).ThenBy(o => o.CaseNumber, StringComparer.Ordinal).ThenBy(o => o.EventId))
        {
            var points = Math.Clamp(sum + adjustment.Points, -adjustment.CapPerMonth, adjustment.CapPerMonth) - sum;
            sum += points;
            var reached = Math.Abs(sum) == adjustment.CapPerMonth;
            lines.Add(new(
                adjustment.Kind, points, occurrence.Text + Effect(adjustment, points, reached), null,
                occurrence.EventId, occurrence.SourceStream, occurrence.CaseNumber, occurrence.At));
        }
        return lines;
    }

    private static string Effect(Adjustment adjustment, decimal points, bool reached)
    {
        var verb = adjustment.Points < 0 ? "扣" : "加";
        if (points == 0) return $"，本月已{verb}满 {adjustment.CapPerMonth:0.00##} 分，不再{verb}分";
        var effect = $"，{verb} {Math.Abs(points):0.00##} 分";
        return reached ? $"{effect}，至此本月{verb}满 {adjustment.CapPerMonth:0.00##} 分" : effect;
    }
}
