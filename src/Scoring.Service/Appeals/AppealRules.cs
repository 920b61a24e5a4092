using Campaign.EventStore;

namespace Campaign.Scoring.Appeals;

/// <summary>Every rule that can say no to an appeal.</summary>
internal static class AppealRules
{
    public static readonly Refusal NotFound = new("appeal-not-found", "没有这件申诉。", RefusalKind.NotFound);
    public static readonly Refusal NotYourUnit = new("not-your-unit", "只能为本单位的得分提出申诉。", RefusalKind.Forbidden);
    public static readonly Refusal NotPublished = new("score-not-published", "该月得分尚未通报，不能申诉。");
    public static readonly Refusal LineUnknown = new("line-unknown", "已通报的得分明细中没有这一项。", RefusalKind.Invalid, "/eventId");
    public static readonly Refusal AlreadyWaived = new("line-waived", "这一项已经免计，无需申诉。");
    public static readonly Refusal AlreadyLodged = new("appeal-lodged-already", "对这一项已经提出过申诉，每项只能申诉一次。");
    public static readonly Refusal Reviewed = new("appeal-reviewed", "该申诉已有初审意见，不能再改。");
    public static readonly Refusal NotReviewed = new("appeal-not-reviewed", "该申诉尚无初审意见，不能裁定。");
    public static readonly Refusal Decided = new("appeal-decided", "该申诉已经办结，不能再改。");
    public static readonly Refusal FourEyes = new("four-eyes", "提出、初审、裁定须由不同的账号办理。", RefusalKind.Forbidden);

    public static Refusal TooLate(int days, DateOnly last) => new("appeal-too-late", $"申诉须在通报后 {days} 日内提出，期限已于 {last:yyyy年M月d日} 届满。");
}
