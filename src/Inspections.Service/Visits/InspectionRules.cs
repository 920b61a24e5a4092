using Campaign.EventStore;

namespace Campaign.Inspections.Visits;

internal static class InspectionRules
{
    public static readonly Refusal NotFound = new("inspection-not-found", "没有这次检查。", RefusalKind.NotFound);
    public static readonly Refusal Confirmed = new("inspection-confirmed", "检查成绩已确认，不能再改。");
    public static readonly Refusal SheetUnknown = new("sheet-unknown", "没有这张评分表或这一版本。", RefusalKind.Invalid, "/sheet");
    public static readonly Refusal KindUnknown = new("kind-unknown", $"检查类型须为：{InspectionKinds.Names}。", RefusalKind.Invalid, "/kind");
    public static readonly Refusal DateInFuture = new("date-in-future", "检查日期不能晚于今天。", RefusalKind.Invalid, "/date");
    public static readonly Refusal ItemUnknown = new("item-unknown", "评分表中没有这一项。", RefusalKind.Invalid);
    public static readonly Refusal ItemRepeated = new("item-repeated", "同一评分项填写了两次。", RefusalKind.Invalid);
    public static readonly Refusal ReasonMissing = new("reason-missing", "扣分须注明原因。", RefusalKind.Invalid);
    public static readonly Refusal DeductionNegative = new("deduction-negative", "扣分不能为负数。", RefusalKind.Invalid);
    public static readonly Refusal DeductionExceedsMaximum = new("deduction-exceeds-maximum", "扣分不能超过该项满分。", RefusalKind.Invalid);
    public static readonly Refusal NotApplicableDeducted = new("not-applicable-deducted", "不适用的项不能扣分。", RefusalKind.Invalid);
    public static readonly Refusal MaximumDiffers = new("maximum-differs", "该项满分与评分表不一致。", RefusalKind.Invalid);
    public static readonly Refusal NothingDeducted = new("nothing-deducted", "该项没有扣分，不能转为问题。");
}
