using Campaign.Scoring.Rulebook;
using FsCheck;
using FsCheck.Fluent;

namespace Campaign.Scoring.Specs.Properties;

/// <summary>Sound policies that use any of the rules, and in which more of what is bad is never rewarded.</summary>
internal static class AnyPolicy
{
    private static readonly Gen<decimal> Amounts = Gen.Choose(1, 800).Select(cents => cents / 100m);
    private static readonly Gen<decimal> Weights = Gen.Choose(0, 14).Select(halves => halves / 2m);

    /// <summary>Of a weight and the points of one occurrence.</summary>
    private static readonly Func<decimal, decimal, Item>[] Templates =
    [
        (w, _) => new("onTime", "按期", "ratio", "onTimeStrikeOff", w + 1),
        (w, _) => new("sameDay", "日交办", "ratio", "sameDayRouting", w + 1),
        (w, _) => new("rework", "返工", "inverseRatio", "rework", w + 1),
        (w, _) => new("relapsing", "反弹率", "inverseRatio", "relapseRate", w + 1),
        (w, p) => new("overdue", "超期", "perOccurrence", "overdueCase", w, -p, CapOf(w, p)),
        (w, p) => new("duties", "任务", "perOccurrence", "overdueAssignment", w, -p, CapOf(w, p)),
        (w, p) => new("held", "不超过超期", "perOccurrence", "relapse", w, -p, CapOf(w, p), AtMostItem: "overdue"),
        (w, p) => new("delay", "时长", "duration", "overdueHours", w, -p / 10, CapOf(w, p), Every: 12),
        (w, p) => new("density", "密度", "normalised", "relapse", w, -p, CapOf(w, p), Every: 1, Basis: "area"),
        (w, p) => new("reports", "报送", "additive", "manual", w, p, CapOf(w, p)),
        (w, p) => new("praise", "区级表扬", "additive", "districtCommendation", w, p, CapOf(w, p)),
        (w, p) => new("leaflets", "材料", "step", "manual", w, p / 10, CapOf(w, p), Every: 7),
        (w, p) => new("training", "活动", "quota", "manual", w, -p, CapOf(w, p), Quotas: [new("一类", 12), new("二类", 5)]),
        (w, p) => new("special", "专项", "manual", "manual", w, null, CapOf(w, p)),
        (w, p) => new("progress", "进度", "milestone", "manual", w + p, Target: 20, Milestones: w > 0
            ? [new(15, 50, w), new(31, 100, p)]
            : [new(15, 50, p)]),
        (w, p) => new("banded", "分档", "bands", "overdueCase", w + p, Bands: [new(w + p, To: 1), new(w, 1, 3), new(0, 3)]),
    ];

    /// <summary>The items of the templates that the office fills by hand.</summary>
    public static readonly IReadOnlyList<string> ByHand = ["reports", "leaflets", "training", "special", "progress"];

    public static readonly Gen<Policy> Policies =
        from chosen in Gen.SubListOf(Templates)
        from weights in Gen.ArrayOf(Weights, Templates.Length)
        from points in Gen.ArrayOf(Amounts, Templates.Length)
        from cap in Amounts
        select Of([.. chosen.Zip(weights.Zip(points), (template, sizes) => template(sizes.First, sizes.Second))], cap);

    private static Policy Of(IReadOnlyList<Item> items, decimal cap)
    {
        if (items.All(i => i.Id != "overdue")) items = [.. items.Where(i => i.Id != "held")];
        var mean = new Item("daily", "检查", "mean", "inspection", 40);
        var full = items.Sum(i => i.Weight) + mean.Weight;
        return new(
            0.75m, 0.25m, [new("rejectedRectification", -0.3m, cap), new("commendation", cap, 2 * cap)], Items: [mean, .. items],
            FullMarks: [new(full)], Grades: new([new("优", 90), new("良", 75), new("差", 0)], GradeBy.Majority));
    }

    private static decimal? CapOf(decimal weight, decimal points) => weight > 0 ? Math.Min(weight, points * 2) : points * 2;
}
