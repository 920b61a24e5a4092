using Campaign.EventStore;
using Campaign.Inspections.Kernel;
using Campaign.Inspections.ScoreSheets;

namespace Campaign.Inspections.Inspections;

internal static class InspectionRules
{
    public static readonly Refusal NotFound = new("inspection-not-found", "没有这次检查。", RefusalKind.NotFound);
    public static readonly Refusal NotStarted = new("inspection-not-started", "检查尚未开始，不能评分。");
    public static readonly Refusal AlreadyStarted = new("inspection-started", "检查已经开始，不能再改安排。");
    public static readonly Refusal Cancelled = new("inspection-cancelled", "检查安排已取消。");
    public static readonly Refusal Confirmed = new("inspection-confirmed", "检查成绩已确认，不能再改。");

    public static readonly Refusal NotYourInspection =
        new("not-your-inspection", "责任单位只能办理本单位的自查，以及指定由本单位进行的交叉检查。", RefusalKind.Forbidden);

    public static readonly Refusal SheetUnknown = SheetRules.NotFound with { Kind = RefusalKind.Invalid, Pointer = "/sheet" };
    public static readonly Refusal KindUnknown = new("kind-unknown", $"检查类型须为：{InspectionKinds.Names}。", RefusalKind.Invalid, "/kind");
    public static readonly Refusal SortUnknown = new("inspection-sort-unknown", "只能按 date 或 -date 排序。", RefusalKind.Invalid, "/sort");
    public static readonly Refusal DateInFuture = new("date-in-future", "检查日期不能晚于今天。", RefusalKind.Invalid, "/date");
    public static readonly Refusal OutsideWindow = new("outside-window", "检查日期不在安排的起止日期之内。", RefusalKind.Invalid, "/date");
    public static readonly Refusal WindowReversed = new("window-reversed", "截止日期不能早于开始日期。", RefusalKind.Invalid, "/until");
    public static readonly Refusal WindowPast = new("window-past", "截止日期不能早于今天。", RefusalKind.Invalid, "/until");
    public static readonly Refusal InspectingUnitMissing = new("inspecting-unit-missing", "交叉检查须写明由哪个单位检查。", RefusalKind.Invalid, "/by");
    public static readonly Refusal InspectingUnitIsSubject =
        new("inspecting-unit-is-subject", "除自查外，单位不能检查自己。", RefusalKind.Invalid, "/by");
    public static readonly Refusal InspectingUnitIsAnother =
        new("inspecting-unit-is-another", "自查只能由被检查单位自己进行。", RefusalKind.Invalid, "/by");

    public static readonly Refusal ItemUnknown = new("item-unknown", "评分表中没有这一项。", RefusalKind.Invalid);
    public static readonly Refusal ItemRepeated = new("item-repeated", "同一评分项填写了两次。", RefusalKind.Invalid);
    public static readonly Refusal ReasonMissing = new("reason-missing", "扣分须注明原因。", RefusalKind.Invalid);
    public static readonly Refusal DeductionNegative = new("deduction-negative", "扣分不能为负数。", RefusalKind.Invalid);
    public static readonly Refusal DeductionExceedsMaximum = new("deduction-exceeds-maximum", "扣分不能超过该项满分。", RefusalKind.Invalid);
    public static readonly Refusal DeductionOffRule = new("deduction-off-rule", "扣分与该项扣分标准不符。", RefusalKind.Invalid);
    public static readonly Refusal DeductionDiffersFromCount =
        new("deduction-differs-from-count", "扣分与按数量计算的结果不一致。", RefusalKind.Invalid);
    public static readonly Refusal CountNotAsked = new("count-not-asked", "该项不按数量扣分，请填写扣分数。", RefusalKind.Invalid);
    public static readonly Refusal NotApplicableNotAllowed =
        new("not-applicable-not-allowed", "该项不允许填写“不适用”。", RefusalKind.Invalid);
    public static readonly Refusal NotApplicableDeducted = new("not-applicable-deducted", "不适用的项不能扣分。", RefusalKind.Invalid);
    public static readonly Refusal MaximumDiffers = new("maximum-differs", "该项满分与评分表不一致。", RefusalKind.Invalid);
    public static readonly Refusal DeductionIsFinding = new("deduction-is-finding", "该项扣分已经转为问题。", Pointer: "/item");
    public static readonly Refusal NothingDeducted = new("nothing-deducted", "该项没有扣分，不能转为问题。");

    public static readonly Refusal MonthInvalid = new("month-invalid", "月份须写作 yyyy-MM。", RefusalKind.Invalid, "/month");
    public static readonly Refusal PeriodReversed = PeriodRules.Reversed with { Pointer = "/until" };

    public static Refusal BeforeJoining(DateOnly from) =>
        new("date-before-joining", $"该单位自 {from:yyyy-MM-dd} 起参加，检查日期不能更早。", RefusalKind.Invalid, "/date");

    public static Refusal AfterLeaving(DateOnly until) =>
        new("date-after-leaving", $"该单位参加至 {until:yyyy-MM-dd}，检查日期不能更晚。", RefusalKind.Invalid, "/date");

    public static Refusal SheetOfOthers(string category, string own) =>
        new("sheet-of-another-category", $"评分表用于“{category}”，该单位属于“{own}”，请选用对应的评分表。", RefusalKind.Invalid, "/sheet");

    /// <summary>Who may inspect whom: 交叉检查 is by another unit, 自查 by oneself, and nobody else inspects himself.</summary>
    public static Refusal? Unfit(InspectionKind kind, string subject, string? by) => kind switch
    {
        InspectionKind.Self => by is null || by == subject ? null : InspectingUnitIsAnother,
        InspectionKind.Cross when by is null => InspectingUnitMissing,
        _ => by == subject ? InspectingUnitIsSubject : null,
    };
}
