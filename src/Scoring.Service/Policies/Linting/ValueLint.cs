using Campaign.Scoring.Kernel;
using Campaign.Scoring.Rulebook;
using Campaign.Scoring.Scorecards.Primitives;
using Campaign.Web;

namespace Campaign.Scoring.Policies.Linting;

/// <summary>The numbers of an item, and what they must be to each other.</summary>
internal static class ValueLint
{
    public static IEnumerable<FieldError> Of(Item item, string place) =>
        [.. Ranges(item, place), .. Directions(item, place), .. Caps(item, place)];

    private static IEnumerable<FieldError> Ranges(Item item, string place)
    {
        if (!Numbers.IsWeight(item.Weight))
            yield return new($"{place}/weight", "out-of-range", $"权重须在 0 到 {Numbers.MaxWeight} 之间，最多四位小数。");
        if (item.Points is { } points && (points == 0 || !Numbers.IsPoints(points)))
            yield return new($"{place}/points", "out-of-range", $"分值不能为 0，绝对值不超过 {Points.Max}，最多四位小数。");
        if (item.Cap is { } cap && (cap <= 0 || !Numbers.IsWeight(cap)))
            yield return new($"{place}/cap", "out-of-range", $"上限须大于 0、不超过 {Numbers.MaxWeight}，最多四位小数。");
        if (item.Every is { } every && (every <= 0 || !Numbers.IsAmount(every)))
            yield return new($"{place}/every", "out-of-range", "每档的数量须大于 0，最多四位小数。");
        if (item.Target is { } target && (target <= 0 || !Numbers.IsAmount(target)))
            yield return new($"{place}/target", "out-of-range", "目标须大于 0，最多四位小数。");
        if (item.Basis is not (null or Normalised.Area or Normalised.Population))
            yield return new($"{place}/basis", "basis-unknown", $"只能按面积（{Normalised.Area}）或人口（{Normalised.Population}）折算。");
        if (item.Months is not null) foreach (var defect in MonthLint.Months(item.Months, place)) yield return defect;
    }

    private static IEnumerable<FieldError> Directions(Item item, string place)
    {
        if (item is { Rule: Primitive.Additive, Points: < 0 })
            yield return new($"{place}/points", "points-direction", "从零累加的分值须大于 0。");
        if (item is { Rule: Primitive.PerOccurrence, Weight: > 0, Points: > 0 })
            yield return new($"{place}/points", "points-direction", "有权重的逐项计分从满分扣起，分值须小于 0；从零累加请用 additive。");
        if (item is { Rule: Primitive.Quota, Points: > 0 })
            yield return new($"{place}/points", "points-direction", "按类别定额是对缺额扣分，分值须小于 0。");
    }

    private static IEnumerable<FieldError> Caps(Item item, string place)
    {
        var capped = Primitive.Find(item.Rule)?.May.Contains("cap", StringComparer.Ordinal) is true;
        if (capped && item is { Cap: null, Weight: 0 })
            yield return new($"{place}/cap", "cap-missing", "没有权重的项目须规定每月上限。");
        if (item.Weight > 0 && item.Cap > item.Weight)
            yield return new($"{place}/cap", "cap-exceeds-weight", $"上限 {item.Cap:0.####} 超过了权重 {item.Weight:0.####}。");
    }
}
