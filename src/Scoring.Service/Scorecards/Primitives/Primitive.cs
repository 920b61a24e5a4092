using Campaign.Scoring.Metrics;
using static Campaign.Scoring.Metrics.MetricShape;

namespace Campaign.Scoring.Scorecards.Primitives;

/// <summary>A way to make points of what was measured.</summary>
/// <param name="Takes">Metrics it can work with.</param>
/// <param name="Needs">Fields of the item that it cannot do without, as the document writes them.</param>
/// <param name="May">Fields that it reads where they are given.</param>
internal sealed record Primitive(
    string Rule, string Name, IReadOnlyList<MetricShape> Takes, IReadOnlyList<string> Needs, IReadOnlyList<string> May,
    Func<MeasuredItem, ItemScore> Score)
{
    public const string Mean = "mean";
    public const string PerOccurrence = "perOccurrence";
    public const string Additive = "additive";
    public const string Quota = "quota";

    private static readonly IReadOnlyList<string> WeightOrCap = ["weight", "cap"];
    private static readonly IReadOnlyList<MetricShape> Countable = [Events, Entries];

    public static readonly IReadOnlyList<Primitive> All =
    [
        new(Mean, "平均分 × 权重", [Scores], ["weight"], [], MeanOfScores.Score),
        new("ratio", "比率 × 权重", [Share], ["weight"], [], Ratio.Score),
        new("inverseRatio", "（1 − 比率）× 权重", [Share], ["weight"], [], Ratio.Inverse),
        new(PerOccurrence, "逐项计分，设上限", Countable, ["points"], WeightOrCap, Tally.PerOccurrence),
        new(Additive, "从零累加，设上限", Countable, ["points"], WeightOrCap, Tally.PerOccurrence),
        new("step", "每满一档计分", [Events, Entries, Hours], ["points", "every"], WeightOrCap, Tally.FullSteps),
        new("normalised", "按面积或人口折算", Countable, ["points", "every", "basis"], WeightOrCap, Normalised.Score),
        new("duration", "按时长计分", [Hours], ["points", "every"], WeightOrCap, Tally.FullSpans),
        new("bands", "分档计分", [Scores, Share, Events, Entries, Hours], ["bands"], ["weight"], Banded.Score),
        new("milestone", "按节点进度计分", Countable, ["target", "milestones"], ["weight"], Milestones.Score),
        new(Quota, "按类别定额", Countable, ["quotas", "points"], WeightOrCap, Quotas.Score),
        new("manual", "人工评定，须写明理由", [Entries], [], WeightOrCap, Tally.Manual),
    ];

    private static readonly Dictionary<string, Primitive> ByRule = All.ToDictionary(p => p.Rule, StringComparer.Ordinal);

    public static Primitive? Find(string? rule) => rule is null ? null : ByRule.GetValueOrDefault(rule);
}
