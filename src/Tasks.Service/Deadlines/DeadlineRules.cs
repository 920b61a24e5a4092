using Campaign.EventStore;

namespace Campaign.Tasks.Deadlines;

/// <summary>Every rule that can say no about the deadline of an assignment.</summary>
internal static class DeadlineRules
{
    public static readonly Refusal OverdueNotExtended = new("overdue-not-extended", "任务已超期，不能再延期。");
    public static readonly Refusal ExtensionsUsedUp = new("extensions-used-up", "任务已延期两次，不能再延期。");
    public static readonly Refusal SuspendedNotExtended = new("suspended-not-extended", "任务正在挂账，恢复计时后才能延期。");
    public static readonly Refusal DeadlineOutdated = new("deadline-outdated", "期限已变动，请刷新后再延期。", RefusalKind.Conflict, "/current");
    public static readonly Refusal ExtensionNotRequested = new("extension-not-requested", "责任单位没有申请延期。");
    public static readonly Refusal OverdueNotSuspended = new("overdue-not-suspended", "任务已超期，不能再挂账。");
    public static readonly Refusal SuspensionUsedUp = new("suspension-used-up", "任务已挂账一次，不能再挂账。");
    public static readonly Refusal SuspensionEndsBefore = new("suspension-ends-before-now", "挂账的截止时间须晚于现在。", RefusalKind.Invalid, "/until");
    public static readonly Refusal SuspensionTooLong = new("suspension-too-long", "挂账最长一年。", RefusalKind.Invalid, "/until");
    public static readonly Refusal NotSuspended = new("not-suspended", "任务没有挂账。");
    public static readonly Refusal FindingKeepsSuspension = new("case-keeps-suspension", "整改任务的挂账时间已计入案件期限，到期自动恢复，不能提前恢复。");
    public static readonly Refusal NotOverdue = new("not-overdue", "任务没有超期。");
    public static readonly Refusal NoAppeal = new("no-appeal", "责任单位没有提出申诉。");
    public static readonly Refusal AppealDecided = new("appeal-decided", "对这次超期的申诉已有结论。");
}
