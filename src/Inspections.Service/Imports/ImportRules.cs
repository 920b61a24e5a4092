using Campaign.EventStore;
using Campaign.Inspections.Offline;

namespace Campaign.Inspections.Imports;

/// <summary>Why a row of a ledger is not taken over. Pointers are within the row.</summary>
internal static class ImportRules
{
    public static readonly Refusal IdRepeated = new("id-repeated", "同一编号在本次导入中出现了两次。", RefusalKind.Invalid, "/id");
    public static readonly Refusal RecordFirst = new("record-first", "案件经过须从登记（record）开始。", RefusalKind.Invalid);
    public static readonly Refusal StepUnknown = new("step-unknown", "无法识别的办理步骤。", RefusalKind.Invalid);
    public static readonly Refusal StepNotAllowed = new("step-not-allowed", "按案件当时的状态，不能有这一步。", RefusalKind.Invalid);
    public static readonly Refusal OutOfOrder = new("timeline-out-of-order", "时间早于上一步。", RefusalKind.Invalid);
    public static readonly Refusal InFuture = SyncRules.TimeInFuture with { Detail = "时间晚于现在。", Pointer = null };
    public static readonly Refusal DueMissing = new("due-missing", "缺少整改期限。", RefusalKind.Invalid);
    public static readonly Refusal DueBeforeRouting = new("due-before-routing", "整改期限须晚于交办时间。", RefusalKind.Invalid);
    public static readonly Refusal DueNotLater = new("due-not-later", "延期后的期限须晚于原期限。", RefusalKind.Invalid);
    public static readonly Refusal UnitMissing = new("unit-missing", "缺少责任单位。", RefusalKind.Invalid);
    public static readonly Refusal MergeTargetUnknown = new("merge-target-unknown", "没有所并入的案件。", RefusalKind.Invalid);
    public static readonly Refusal HistoryDiffers = new("history-differs", "与已导入的内容不一致；已入档的经过不能改写。", RefusalKind.Conflict);
    public static readonly Refusal FindingMovedOn = new("case-moved-on", "案件已在平台上继续办理，不能再由台账补录。", RefusalKind.Conflict);
    public static readonly Refusal PhotosNotTaken = new("photos-not-taken", "导入的检查不带评分项照片。", RefusalKind.Invalid);
    public static readonly Refusal NoRows = new("no-rows", "工作簿里没有案件。", RefusalKind.Invalid);

    public static readonly Refusal BatchNotFound = new("import-not-found", "没有这次导入。", RefusalKind.NotFound);

    public static Refusal ImportInUse(int rows) => new("import-in-use", $"有 {rows} 行导入后已在使用，本次导入不能撤回。");

    public static Refusal TooManyRows(int most) => new("too-many-rows", $"一次最多导入 {most} 行，请分批导入。", RefusalKind.Invalid);
}
