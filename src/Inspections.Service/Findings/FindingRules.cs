using Campaign.EventStore;
using Campaign.Inspections.Evidence;

namespace Campaign.Inspections.Findings;

/// <summary>Every rule that can say no to a finding, under the name that callers and specs know.</summary>
internal static class FindingRules
{
    public static readonly Refusal NotFound = new("finding-not-found", "没有这个案件。", RefusalKind.NotFound);
    public static readonly Refusal NotOpen = new("finding-not-open", "案件已经了结，不能再办理。");
    public static readonly Refusal NotRouted = new("finding-not-routed", "案件尚未交办，没有责任单位。");
    public static readonly Refusal NotStruckOff = new("finding-not-struck-off", "只有已销号的案件才能登记反弹。");
    public static readonly Refusal AlreadyStruckOff = new("finding-already-struck-off", "案件已销号；若问题再现，请登记反弹。");
    public static readonly Refusal NotReported = new("rectification-not-reported", "责任单位尚未上报整改，不能复核。");
    public static readonly Refusal AnotherUnit = new("unit-not-responsible", "案件不在该单位办理。");
    public static readonly Refusal VerifierIsRectifier = new("verifier-is-rectifier", "整改单位不能复核自己的整改。", RefusalKind.Forbidden);
    public static readonly Refusal BeforePhotoMissing = new("before-photo-missing", "缺少整改前照片，不能销号；请先补传。");
    public static readonly Refusal AfterPhotoMissing =
        new("after-photo-missing", "责任单位请求现场复核，没有整改后照片；复核通过须附现场照片。", RefusalKind.Invalid, "/photos");
    public static readonly Refusal MergedIntoItself = new("merged-into-itself", "案件不能并入自身。", RefusalKind.Invalid, "/into");
    public static readonly Refusal MergeTargetClosed =
        new("merge-target-closed", "所并入的案件已作废、已并案或已强制结案，请并入仍有效的案件。", RefusalKind.Invalid, "/into");
    public static readonly Refusal ProposalUnknown = new("proposal-unknown", "没有这条疑似提示。", RefusalKind.NotFound);
    public static readonly Refusal ProposalWasDismissed = new("proposal-dismissed", "该疑似提示已被排除；如确属同一问题，请用并案或登记反弹。");
    public static readonly Refusal AfterPhotoNotThere = EvidenceRules.Unknown with
    {
        Detail = "整改后照片尚未上传，不能销号。",
        Kind = RefusalKind.Conflict,
        Pointer = null,
    };

    public static readonly Refusal CategoryUnknown = new("category-unknown", "没有这个问题类别。", RefusalKind.Invalid, "/category");
}
