using Campaign.EventStore;

namespace Campaign.Inspections.ScoreSheets;

internal static class SheetRules
{
    public const int MaxItems = 300;
    public const int MaxNo = 9999;
    public const int MaxText = 500;
    public const int MaxSection = 100;
    public const decimal MaxPoints = 1000;

    /// <summary>The dialects of the standard: the 千分表 of 2014, and the standard in force.</summary>
    public static readonly IReadOnlyList<string> Standards = ["2014", "2021"];

    public static readonly Refusal NotFound = new("sheet-unknown", "没有这张评分表或这一版本。", RefusalKind.NotFound);
    public static readonly Refusal StandardUnknown = Invalid("standard-unknown", $"标准版本须为：{string.Join('、', Standards)}。");

    public static readonly Refusal PointsMissing = Invalid("points-missing", "按次扣分须写明每次扣几分。");
    public static readonly Refusal TiersNotAscending = Invalid("tiers-not-ascending", "分档扣分须按数量和分值从小到大排列，且不能为空。");
    public static readonly Refusal RuleExceedsMaximum = Invalid("rule-exceeds-maximum", "扣分标准中的分值须大于 0 且不超过该项满分。");
    public static readonly Refusal RulePartMisplaced = Invalid("rule-part-misplaced", "这种扣分方式不使用所填的分值或分档。");

    public static readonly Refusal NoInvalid = Invalid("no-invalid", $"序号须为 1 至 {MaxNo} 的整数。");
    public static readonly Refusal ItemRepeated = Invalid("item-repeated", "评分项序号重复。");
    public static readonly Refusal TextInvalid = Invalid("text-invalid", $"检查内容不能为空，且不超过 {MaxText} 字。");
    public static readonly Refusal SectionTooLong = Invalid("section-too-long", $"部分名称不能超过 {MaxSection} 字。");
    public static readonly Refusal CriterionTooLong = Invalid("criterion-too-long", $"扣分标准不能超过 {MaxText} 字。");
    public static readonly Refusal MaximumInvalid = Invalid("maximum-invalid", $"满分须大于 0、不超过 {MaxPoints}，最多两位小数。");
    public static readonly Refusal NoItems = Invalid("no-items", "表中没有评分项。");
    public static readonly Refusal TooManyItems = Invalid("too-many-items", $"评分项不能超过 {MaxItems} 项。");

    public static readonly Refusal CriterionFree = Invalid("criterion-not-understood", "扣分标准未能识别为规则，按原文保留，由检查人员酌情扣分。");
    public static readonly Refusal ApplicabilityUnclear = Invalid("applicability-unclear", "“可不适用”一栏未能识别，按可不适用处理。");

    /// <summary>What is wrong with a rule in itself or beside the item's maximum.</summary>
    public static Refusal? Fault(DeductionRule rule, decimal max)
    {
        var counted = rule.Form is DeductionForm.PerOccurrence;
        var tiered = rule.Form is DeductionForm.Tiers;
        if (counted && rule.Points is null) return PointsMissing;
        if ((!counted && rule.Points is not null) || (!tiered && rule.Tiers is not null)) return RulePartMisplaced;
        if (rule is { Form: DeductionForm.AllOrNothing, Cap: not null }) return RulePartMisplaced;
        if (tiered && !Ascend(rule.Tiers)) return TiersNotAscending;
        decimal?[] values = [rule.Points, rule.Cap, .. (rule.Tiers ?? []).Select(tier => (decimal?)tier.Points)];
        return values.Any(value => value <= 0 || value > max) ? RuleExceedsMaximum : null;
    }

    private static bool Ascend(IReadOnlyList<DeductionTier>? tiers) =>
        tiers is { Count: > 0 } && tiers[0].From >= 1 && tiers.Zip(tiers.Skip(1))
            .All(pair => pair.First.From < pair.Second.From && pair.First.Points < pair.Second.Points);

    private static Refusal Invalid(string rule, string detail) => new(rule, detail, RefusalKind.Invalid);
}
