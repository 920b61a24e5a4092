using Campaign.EventStore;

namespace Campaign.Tasks.Rosters;

/// <summary>Every rule that can say no to a roster or a check-in.</summary>
internal static class RosterRules
{
    public static readonly Refusal RosterNotFound = new("roster-not-found", "没有这个执勤表。", RefusalKind.NotFound);
    public static readonly Refusal BandsGap = new("bands-gap", "人数档有缺口。", RefusalKind.Invalid);
    public static readonly Refusal BandsOverlap = new("bands-overlap", "人数档有重叠。", RefusalKind.Invalid);
    public static readonly Refusal BandBackward = new("band-backward", "人数档的上限小于下限。", RefusalKind.Invalid);
    public static readonly Refusal NotOnDuty = new("not-a-duty", "这项任务不是执勤任务，不需要签到。");
    public static readonly Refusal OutsideShift = new("check-in-outside-shift", "签到时间不在班次之内。", RefusalKind.Invalid, "/at");
    public static readonly Refusal InTheFuture = new("check-in-in-the-future", "签到时间不能晚于现在。", RefusalKind.Invalid, "/at");

    public static Refusal HeadCountShort(int need, int have) => new(
        "head-count-short", $"应到 {need} 人，已签到 {have} 人；人数不足须说明原因。", RefusalKind.Invalid, "/note");
}
