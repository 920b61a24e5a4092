using Campaign.Scoring.Kernel;
using Campaign.Scoring.Metrics;
using Campaign.Scoring.Rulebook;
using Campaign.Web;

namespace Campaign.Scoring.Policies.Linting;

/// <summary>Reads a policy before anybody is scored by it: every defect at once, each with its place in the document.</summary>
internal static class PolicyLinter
{
    public const int MaxItems = 100;
    private const int MaxName = 100;

    public static IReadOnlyList<FieldError> Lint(Policy policy) =>
    [
        .. Weights(policy), .. Lists(policy), .. Adjustments(policy.Adjustments ?? []),
        .. (policy.Items ?? []).SelectMany(ItemLint.Of), .. Ids(policy),
        .. MonthLint.Of(policy), .. CrossCapLint.Of(policy.Items ?? []), .. GradingLint.Of(policy.Grades),
    ];

    private static IEnumerable<FieldError> Weights(Policy policy)
    {
        if (policy.DailyWeight is < 0 or > 1) yield return new("/dailyWeight", "out-of-range", "日常检查的权重须在 0 到 1 之间。");
        if (policy.EvaluationWeight is < 0 or > 1) yield return new("/evaluationWeight", "out-of-range", "综合评议的权重须在 0 到 1 之间。");
        var sum = policy.DailyWeight + policy.EvaluationWeight;
        if (sum != 1) yield return new("/evaluationWeight", "weights-do-not-add-up", $"日常检查与综合评议的权重之和须为 1，现为 {sum:0.####}。");
        if (policy.Name?.Length > MaxName) yield return new("/name", "too-long", $"名称不能超过 {MaxName} 个字。");
    }

    private static IEnumerable<FieldError> Lists(Policy policy)
    {
        if (policy.Adjustments is null) yield return new("/adjustments", "field-missing", "须写明加减分；没有的写空列表。");
        if (policy.Adjustments?.Count > MaxItems) yield return new("/adjustments", "too-many", $"加减分不能超过 {MaxItems} 项。");
        if (policy.Items?.Count > MaxItems) yield return new("/items", "too-many", $"考评项目不能超过 {MaxItems} 项。");
    }

    private static IEnumerable<FieldError> Adjustments(IReadOnlyList<Adjustment> adjustments)
    {
        foreach (var (index, adjustment) in adjustments.Index())
        {
            var place = $"/adjustments/{index}";
            if (adjustment is null)
            {
                yield return new(place, "field-missing", "列表中有空项。");
                continue;
            }
            if (MetricCatalogue.Find(adjustment.Kind)?.Shape is not MetricShape.Events)
                yield return new($"{place}/kind", "adjustment-kind-unknown", $"没有“{adjustment.Kind}”这种加减分。");
            if (adjustment.Points == 0 || !Numbers.IsPoints(adjustment.Points))
                yield return new($"{place}/points", "out-of-range", $"每次的分值不能为 0，绝对值不超过 {Points.Max}，最多四位小数。");
            if (adjustment.CapPerMonth < 0 || !Numbers.IsPoints(adjustment.CapPerMonth))
                yield return new($"{place}/capPerMonth", "out-of-range", $"每月上限须在 0 到 {Points.Max} 之间，最多四位小数。");
        }
        if (adjustments.Where(a => a?.Kind is not null).CountBy(a => a.Kind, StringComparer.Ordinal).Any(kind => kind.Value > 1))
            yield return new("/adjustments", "adjustment-twice", "同一种加减分只能规定一次。");
    }

    /// <summary>An item is told from the others, and from the adjustments, by its id.</summary>
    private static IEnumerable<FieldError> Ids(Policy policy)
    {
        var seen = (policy.Adjustments ?? []).OfType<Adjustment>().Select(a => a.Kind).ToHashSet(StringComparer.Ordinal);
        foreach (var (index, item) in (policy.Items ?? []).Index())
        {
            if (item?.Id is { Length: > 0 } id && !seen.Add(id))
                yield return new($"/items/{index}/id", "item-twice", $"编号“{id}”已用于前面的项目或加减分。");
        }
    }
}
