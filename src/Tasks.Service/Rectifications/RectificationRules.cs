using Campaign.EventStore;

namespace Campaign.Tasks.Rectifications;

/// <summary>Every rule that can say no to a rectification, beside those of every assignment.</summary>
internal static class RectificationRules
{
    public static readonly Refusal OnlyRectificationsDeclined = new("only-rectifications-declined", "只有整改任务可以退回派单。");
    public static readonly Refusal OnlyRectificationsReviewedOnSite =
        new("only-rectifications-reviewed-on-site", "只有整改任务可以请求现场复核；其他任务请直接上报。");
    public static readonly Refusal WorkBegun = new("work-begun", "任务已上报或已被退回重办，不能再退回派单。");
    public static readonly Refusal PhotoMissing =
        new("after-photo-missing", "整改上报至少需要一张整改后照片；不便拍摄的，请改为请求现场复核。", RefusalKind.Invalid, "/photos");
    public static readonly Refusal NotUnrouted = new("finding-not-unrouted", "案件不在待交办之列。");
    public static readonly Refusal FindingUnknown = new("matter-unknown", "尚未收到案件的登记信息。");
}
