using Campaign.Scoring.Rulebook;

namespace Campaign.Scoring.Scorecards.Primitives;

/// <summary>The points of the band that the month's value lies in.</summary>
internal static class Banded
{
    public static ItemScore Score(MeasuredItem item)
    {
        if (item.Metric.ValueOf(item.Occurrences) is not { } value) return item.NotApplicable($"{item.Metric.Name}没有数据");
        var band = item.Item.Bands!.First(b => b.Contains(value));
        var text = $"{item.Item.Name}：{item.Metric.Name} {value:0.##}，在“{Name(band)}”档，计 {band.Points:0.00##} 分";
        return item.Scored(band.Points, [item.Line(band.Points, text, item.Last)]);
    }

    private static string Name(Band band) => (band.From, band.To) switch
    {
        ({ } from, { } to) => $"{from:0.##} 以上不足 {to:0.##}",
        ({ } from, null) => $"{from:0.##} 以上",
        (null, { } to) => $"不足 {to:0.##}",
        (null, null) => "全部",
    };
}
