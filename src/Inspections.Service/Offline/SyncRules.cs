using Campaign.EventStore;
using Campaign.Inspections.Evidence;

namespace Campaign.Inspections.Offline;

internal static class SyncRules
{
    /// <summary>What a phone's clock may be ahead.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <summary>Older is a clock that was reset, not a visit without reception.</summary>
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(366);

    public static readonly Refusal SequenceReused = new("sequence-reused", "该序号已用于另一条操作，请按应有的序号重新编号。", Pointer: "/sequence");
    public static readonly Refusal TimeInFuture =
        new("time-in-future", "发生时间比服务器时间晚 5 分钟以上，请校准手机时钟后重新发送。", RefusalKind.Invalid, "/at");
    public static readonly Refusal TimeTooOld =
        new("time-too-old", "发生时间在一年以前，请校准手机时钟后重新发送。", RefusalKind.Invalid, "/at");

    public static readonly Refusal KindUnknown = new("intent-kind-unknown", "无法识别的操作。", RefusalKind.Invalid, "/kind");
    public static readonly Refusal RoleNotAllowed = new("role-not-allowed", "您的岗位无权进行此项操作。", RefusalKind.Forbidden, "/kind");
    public static readonly Refusal TargetMissing = new("target-missing", "须写明所办理的案件、检查或回头看。", RefusalKind.Invalid, "/target");
    public static readonly Refusal IdTaken = new("intent-id-taken", "该编号已被占用，请换用新的编号。", RefusalKind.Conflict, "/id");
    public static readonly Refusal BaseVersionUnknown =
        new("base-version-unknown", "所依据的版本不存在。", RefusalKind.Invalid, "/baseVersion");
    public static readonly Refusal ConflictNotFound = new("conflict-not-found", "没有这条冲突。", RefusalKind.NotFound);
    public static readonly Refusal ConflictIsResolved = new("conflict-resolved", "冲突已经处理，不能改判。");

    public static Refusal SequenceGap(long expected) =>
        new("sequence-gap", $"序号不连续，应为第 {expected} 条；请从该条起重新发送。", Pointer: "/sequence");

    public static Refusal BodyUnreadable(string pointer) =>
        new("json-invalid", $"操作内容无法读取，位置：{pointer}", RefusalKind.Invalid, pointer);

    /// <summary>Online a pointer begins at the body; here the body is a part of the intent.</summary>
    public static Refusal InBody(Refusal refusal) =>
        refusal.Pointer is { } pointer ? refusal with { Pointer = $"/body{pointer}" } : refusal;

    /// <summary>The intent lost against what others did.</summary>
    public static Refusal Overruled(string reason) => new("overruled", $"经处理，以他人的修改为准：{reason}");

    public static Refusal? Untimely(DateTimeOffset at, DateTimeOffset now) =>
        at > now + Skew ? TimeInFuture : at < now - Oldest ? TimeTooOld : null;

    /// <summary>
    /// What the phone can put right by itself: such an intent is not taken, so that it may come again under its sequence,
    /// and nothing behind it is taken before it. A photo that somebody else owes is not of that kind.
    /// </summary>
    public static bool MayComeAgain(Refusal refusal) =>
        refusal.Rule == EvidenceRules.Unknown.Rule && refusal.Kind == EvidenceRules.Unknown.Kind;
}
