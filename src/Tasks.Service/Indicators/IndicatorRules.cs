using Campaign.EventStore;
using Campaign.Tasks.Assignments;
using Campaign.Web;

namespace Campaign.Tasks.Indicators;

/// <summary>Every rule that can say no to a standard or to a value.</summary>
internal static class IndicatorRules
{
    public static readonly Refusal StandardUnknown = new("standard-unknown", "没有这个版本的指标标准。", RefusalKind.NotFound);
    public static readonly Refusal StandardShipped = new("standard-shipped", "这是随系统发布的国家标准，不能改写；请以自有版本号另存后修改。");
    public static readonly Refusal StandardInUse = new("standard-in-use", "已有数值按此版本评价，不能再改动；请以新版本号另存。");
    public static readonly Refusal VersionTaken = new("version-taken", "这个版本号已被使用，请换一个。");
    public static readonly Refusal IndicatorUnknown = new("indicator-unknown", "这个版本的标准中没有该指标。", RefusalKind.NotFound);
    public static readonly Refusal PartMissing = new("part-missing", "该指标须分项填报。", RefusalKind.Invalid, "/part");
    public static readonly Refusal PartUnknown = new("part-unknown", "该指标没有这个分项。", RefusalKind.Invalid, "/part");
    public static readonly Refusal ValueMissing = new("value-missing", "该指标须填报数值。", RefusalKind.Invalid, "/value");
    public static readonly Refusal AnswerMissing = new("answer-missing", "该指标须填报“是”或“否”。", RefusalKind.Invalid, "/yes");
    public static readonly Refusal GradeUnknown = new("grade-unknown", "没有这个等级。", RefusalKind.Invalid, "/grade");
    public static readonly Refusal ValueUnfit = new("value-unfit", "填报的内容与指标的类型不符。", RefusalKind.Invalid);
    public static readonly Refusal ValueOutOfRange =
        new("value-out-of-range", "数值不能小于 0；百分比不超过 100，千分比不超过 1000。", RefusalKind.Invalid, "/value");
    public static readonly Refusal YearOutOfRange = new("year-out-of-range", $"年度应在{DateBounds.FirstYear}年至今年之间。", RefusalKind.Invalid);
    public static readonly Refusal ByStreets = new("indicator-by-streets", "该指标以街道为单位，由各街道填报。");
    public static readonly Refusal UnitNotYours = AssignmentRules.NotYourUnit with { Detail = "只能填报您所代表单位的数值。" };
    public static readonly Refusal NothingReported = new("value-not-reported", "没有这项数值。", RefusalKind.NotFound);

    // Of an assignment that is to reach an indicator.
    public static readonly Refusal FigureMissing = new("figure-missing", "指标上报须填写数值或是否达到。", RefusalKind.Invalid, "/value");
    public static readonly Refusal EvidenceMissing = new("evidence-missing", "指标上报须附佐证材料。", RefusalKind.Invalid, "/photos");
    public static readonly Refusal FigureNotAttained = new("figure-not-attained", "指标未达标，不能审核通过。");
}
