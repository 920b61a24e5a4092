using Campaign.EventStore;

namespace Campaign.Tasks.Assignments;

/// <summary>Every rule that can say no to an assignment of any kind, under the name that callers and specs know.</summary>
internal static class AssignmentRules
{
    public static readonly Refusal NotFound = new("assignment-not-found", "没有这项任务。", RefusalKind.NotFound);
    public static readonly Refusal NotYourUnit = new("unit-not-yours", "任务不在您所代表的单位办理。", RefusalKind.Forbidden);
    public static readonly Refusal NotOpen = new("assignment-not-open", "任务已经了结或不在单位手中，不能再办理。");
    public static readonly Refusal AlreadySubmitted = new("already-submitted", "任务已上报，正在等待审核。");
    public static readonly Refusal NotSubmitted = new("not-submitted", "责任单位尚未上报，不能审核。");
    public static readonly Refusal AlreadyApproved = new("already-approved", "任务已审核通过，不能退回。");
    public static readonly Refusal ReviewerIsDoer = new("reviewer-is-doer", "办理单位不能审核自己的任务。", RefusalKind.Forbidden);
    public static readonly Refusal VerifiedByInspection = new("verified-by-inspection", "整改任务由督查复核销号，不在此审核。");
    public static readonly Refusal FollowsFinding = new("follows-finding", "整改任务随案件作废或并案撤销，请在案件上办理。");
    public static readonly Refusal Missed = new("occurrence-missed", "本期任务已错过补做期限，不能再上报。");
    public static readonly Refusal DueInThePast = new("due-before-now", "期限须晚于现在。", RefusalKind.Invalid, "/due");

    // What an assignment asks for, and who judges it.
    public static readonly Refusal NoGuarantor = new("not-guarantor", "该职务不是包保领导。", RefusalKind.Invalid, "/guarantor");
    public static readonly Refusal ReviewedByGuarantor = new("reviewed-by-guarantor", "档案和点位由包保领导审核。", RefusalKind.Forbidden);
    public static readonly Refusal NotYourReview = new("not-your-review", "任务不由您审核。", RefusalKind.Forbidden);
    public static readonly Refusal ItemUnknown = new("item-unknown", "任务没有要求这一项。", RefusalKind.NotFound);
    public static readonly Refusal SameUnit = new("reassigned-to-itself", "任务已在该单位办理，转办须换单位。", RefusalKind.Invalid, "/unit");
    public static readonly Refusal ValueNotAsked = new("figure-not-asked", "只有指标任务上报数值。", RefusalKind.Invalid, "/value");
}
