using Campaign.EventStore;

namespace Campaign.Tasks.Assignments;

/// <summary>Every rule that can say no to an assignment, under the name that callers and specs know.</summary>
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
    public static readonly Refusal OnlyRectificationsDeclined = new("only-rectifications-declined", "只有整改任务可以退回派单。");
    public static readonly Refusal WorkBegun = new("work-begun", "任务已上报或已被退回重办，不能再退回派单。");
    public static readonly Refusal PhotoMissing = new("after-photo-missing", "整改上报至少需要一张整改后照片。", RefusalKind.Invalid, "/photos");
    public static readonly Refusal DueInThePast = new("due-before-now", "期限须晚于现在。", RefusalKind.Invalid, "/due");
    public static readonly Refusal NotUnrouted = new("finding-not-unrouted", "案件不在待交办之列。");
    public static readonly Refusal MatterUnknown = new("matter-unknown", "尚未收到案件的登记信息。");

    // What an assignment asks for, and who judges it.
    public static readonly Refusal NoGuarantor = new("not-guarantor", "该职务不是包保领导。", RefusalKind.Invalid, "/guarantor");
    public static readonly Refusal ReviewedByGuarantor = new("reviewed-by-guarantor", "档案和点位由包保领导审核。", RefusalKind.Forbidden);
    public static readonly Refusal NotYourReview = new("not-your-review", "任务不由您审核。", RefusalKind.Forbidden);
    public static readonly Refusal SameUnit = new("reassigned-to-itself", "任务已在该单位办理，转办须换单位。", RefusalKind.Invalid, "/unit");
    public static readonly Refusal ArchiveIncomplete = new("archive-incomplete", "档案尚未齐全。");
    public static readonly Refusal PointNotReady = new("point-not-ready", "点位尚未备齐。");
    public static readonly Refusal ValueMissing = new("figure-missing", "指标上报须填写数值或是否达到。", RefusalKind.Invalid, "/value");
    public static readonly Refusal ValueNotAsked = new("figure-not-asked", "只有指标任务上报数值。", RefusalKind.Invalid, "/value");
    public static readonly Refusal FigureNotAttained = new("figure-not-attained", "指标未达标，不能审核通过。");
    public static readonly Refusal EvidenceMissing = new("evidence-missing", "指标上报须附佐证材料。", RefusalKind.Invalid, "/photos");
}
