using Campaign.EventStore;

namespace Campaign.Tasks.Recurrences;

/// <summary>Every rule that can say no to a recurrence, a roster or one of their occurrences.</summary>
internal static class RecurrenceRules
{
    public static readonly Refusal RecurrenceNotFound = new("recurrence-not-found", "没有这项周期任务。", RefusalKind.NotFound);
    public static readonly Refusal EffectiveTooEarly = new("effective-too-early", "调整最早自次日起生效。", RefusalKind.Invalid);
    public static readonly Refusal StopInThePast = new("stop-in-the-past", "停止日期不能早于今天。", RefusalKind.Invalid, "/from");
    public static readonly Refusal WindowOver = new("window-over", "有效期在生效前已经结束。", RefusalKind.Invalid, "/until");
    public static readonly Refusal NotAQuota = new("not-a-quota", "这项周期任务按期下达，不按次数记录。");
    public static readonly Refusal UnitNotAsked = new("unit-not-asked", "该单位当日不承担这项周期任务。", RefusalKind.Invalid, "/unit");
    public static readonly Refusal RecordInTheFuture = new("record-in-the-future", "记录日期不能晚于今天。", RefusalKind.Invalid, "/date");
    public static readonly Refusal RecordOutsideWindow = new("record-outside-window", "记录日期不在周期任务的有效期内。", RefusalKind.Invalid, "/date");
    public static readonly Refusal NotStarted = new("occurrence-not-started", "本期任务尚未开始，不能提前上报。");
    public static readonly Refusal RecordMissing = new("record-missing", "每期任务须有记录：请填写说明或上传照片。", RefusalKind.Invalid, "/note");
    public static readonly Refusal NoteMissing = RecordMissing with { Detail = "本期任务须填写文字说明。" };
    public static readonly Refusal PhotoMissing = RecordMissing with { Detail = "本期任务须上传照片。", Pointer = "/photos" };
    public static readonly Refusal DateOutOfRange = new("date-out-of-range", "日期须在 2000 年至 2099 年之间。", RefusalKind.Invalid);
    public static readonly Refusal SpanTooLong = new("span-too-long", "一次最多查看 366 天。", RefusalKind.Invalid);
}
