using Campaign.Scoring.Kernel;
using Campaign.Scoring.Rulebook;
using Campaign.Web;

namespace Campaign.Scoring.Scorecards.Primitives;

/// <summary>Points for each milestone by whose day enough of the target was done.</summary>
internal static class Milestones
{
    public static ItemScore Score(MeasuredItem item)
    {
        var lines = item.Item.Milestones!.Select(milestone => Line(item, milestone)).ToList();
        return item.Scored(lines.Sum(l => l.Points), lines);
    }

    private static ScoreLine Line(MeasuredItem item, Milestone milestone)
    {
        var month = item.Month.Month;
        var day = month.First.AddDays(Math.Min(milestone.Day, month.Last.Day) - 1);
        var byThen = item.Occurrences.TakeWhile(o => o.Day <= day).ToList();
        var done = byThen.Sum(o => o.Amount);
        var reached = done * Points.Max >= milestone.Percent * item.Item.Target!.Value;
        var points = reached ? milestone.Points : 0;
        var verdict = reached ? "达到" : ChinaTime.EndOf(day) > item.Month.AsOf ? "尚未达到" : "未达到";
        return item.Line(
            points,
            $"{item.Item.Name}：至{Wording.Day(day)}完成 {done:0.##}，{verdict}目标 {item.Item.Target:0.##} 的 {milestone.Percent:0.##}%，计 {points:0.00##} 分",
            byThen.LastOrDefault());
    }
}
