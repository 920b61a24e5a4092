using Campaign.Scoring.Rulebook;
using Campaign.Web;

namespace Campaign.Scoring.Policies.Linting;

/// <summary>The lists of the other rules: milestones and quotas.</summary>
internal static class DetailLint
{
    private const int MaxEntries = 31;
    private const int MaxClass = 50;

    public static IEnumerable<FieldError> Milestones(Item item, string place)
    {
        if (item.Milestones is not { } milestones) yield break;
        if (milestones.Count is 0 or > MaxEntries || milestones.Contains(null!))
        {
            yield return new($"{place}/milestones", "milestones-invalid", $"须有 1 到 {MaxEntries} 个节点。");
            yield break;
        }
        foreach (var (index, milestone) in milestones.Index())
        {
            var at = $"{place}/milestones/{index}";
            if (milestone.Day is < 1 or > 31) yield return new($"{at}/day", "out-of-range", "日期须在 1 到 31 之间。");
            if (milestone.Percent <= 0 || !Numbers.IsPoints(milestone.Percent))
                yield return new($"{at}/percent", "out-of-range", "进度须大于 0、不超过 100。");
            if (milestone.Points <= 0 || !Numbers.IsPoints(milestone.Points))
                yield return new($"{at}/points", "out-of-range", "分值须大于 0，最多四位小数。");
            if (index > 0 && (milestone.Day <= milestones[index - 1].Day || milestone.Percent < milestones[index - 1].Percent))
                yield return new(at, "milestones-out-of-order", "节点须按日期先后排列，进度不能后退。");
        }
        var sum = milestones.Sum(m => m.Points);
        if (item.Weight > 0 && sum != item.Weight)
            yield return new($"{place}/milestones", "weights-do-not-add-up", $"各节点分值之和为 {sum:0.####}，应为权重 {item.Weight:0.####}。");
        if (sum > Numbers.MaxWeight)
            yield return new($"{place}/milestones", "out-of-range", $"各节点分值之和不能超过 {Numbers.MaxWeight}。");
    }

    public static IEnumerable<FieldError> Quotas(Item item, string place)
    {
        if (item.Quotas is not { } quotas) yield break;
        if (quotas.Count is 0 or > MaxEntries || quotas.Contains(null!))
        {
            yield return new($"{place}/quotas", "quotas-invalid", $"须有 1 到 {MaxEntries} 类定额。");
            yield break;
        }
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, quota) in quotas.Index())
        {
            var at = $"{place}/quotas/{index}";
            if (quota.Class is not { Length: > 0 and <= MaxClass })
                yield return new($"{at}/class", "class-invalid", $"类别须有 1 到 {MaxClass} 个字。");
            else if (!seen.Add(quota.Class)) yield return new($"{at}/class", "class-twice", $"类别“{quota.Class}”已有定额。");
            if (quota.Count <= 0 || !Numbers.IsAmount(quota.Count)) yield return new($"{at}/count", "out-of-range", "定额须大于 0，最多四位小数。");
        }
    }
}
