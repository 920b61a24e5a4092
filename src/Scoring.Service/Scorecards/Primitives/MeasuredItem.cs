using Campaign.Scoring.Facts;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Metrics;
using Campaign.Scoring.Rulebook;

namespace Campaign.Scoring.Scorecards.Primitives;

/// <summary>An item and what was measured for it in the month of one subject, in the order of time.</summary>
internal sealed record MeasuredItem(Item Item, Metric Metric, Subject Subject, MonthView Month, IReadOnlyList<Occurrence> Occurrences)
{
    public Occurrence? Last => Occurrences is [.., var last] ? last : null;

    /// <summary>Nothing to judge: the item leaves the full marks, as an item that does not apply leaves a score sheet.</summary>
    public ItemScore NotApplicable(string why) => new(Item, 0, [Line(0, $"{Item.Name}：{why}，本项不计")], Applies: false);

    public ItemScore Scored(decimal exact, IEnumerable<ScoreLine> lines) => new(Item, exact, [.. lines]);

    /// <param name="cause">The occurrence that made the line.</param>
    public ScoreLine Line(decimal points, string text, Occurrence? cause = null) => new(
        Item.Metric, points, text, null, cause?.EventId, cause?.SourceStream, cause?.CaseNumber, cause?.At, Item.Id);

    /// <summary>The points that deductions are taken from.</summary>
    public IEnumerable<ScoreLine> StartLine() => Item.Start == 0 ? [] : [Line(Item.Start, $"{Item.Name}：满分 {Item.Start:0.##} 分")];
}

/// <summary>The points of an item.</summary>
/// <param name="Exact">Unrounded; its lines may have less digits.</param>
/// <param name="Applies">Whether its weight belongs to the full marks of this subject.</param>
internal sealed record ItemScore(Item Item, decimal Exact, IReadOnlyList<ScoreLine> Lines, bool Applies = true)
{
    public decimal Deducted => Applies ? Item.Start - Exact : 0;
}

/// <summary>The metric of an item, read once for all subjects.</summary>
internal sealed record Measurement(Item Item, Metric Metric, Primitive Primitive, ILookup<string, Occurrence> BySubject)
{
    public static IReadOnlyList<Measurement> Of(Policy policy, MonthView month) =>
        [.. policy.ItemsIn(month.Month.Number).Select(item => Of(item, MetricCatalogue.Find(item.Metric)!, month))];

    public ItemScore Score(Subject subject, MonthView month) =>
        Primitive.Score(new MeasuredItem(Item, Metric, subject, month, [.. BySubject[subject.Code]]));

    private static Measurement Of(Item item, Metric metric, MonthView month) =>
        new(item, metric, Primitive.Find(item.Rule)!, metric.Of(month, item));
}
