using Campaign.EventStore;

namespace Campaign.Inspections.LookBacks;

internal static class LookBackRules
{
    public static readonly Refusal NotFound = new("look-back-not-found", "没有这次回头看安排。", RefusalKind.NotFound);
    public static readonly Refusal NotDue = new("look-back-not-due", "未到回头看日期；若问题已再现，请直接登记反弹。");
    public static readonly Refusal Cancelled = new("look-back-cancelled", "案件已反弹或导入已撤回，本轮其余回头看已取消。");
    public static readonly Refusal StateUnknown = new(
        "state-unknown", $"没有这个状态。可用的有：{string.Join('、', Enum.GetNames<LookBackState>())}、Done、Due。", RefusalKind.Invalid, "/state");
    public static readonly Refusal AlreadyDone = new("look-back-done", "这次回头看已有结果。");
}
