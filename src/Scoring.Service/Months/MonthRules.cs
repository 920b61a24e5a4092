using Campaign.EventStore;

namespace Campaign.Scoring.Months;

/// <summary>Every rule that can say no to a month.</summary>
internal static class MonthRules
{
    public static readonly Refusal NotOver = new("month-not-over", "本月尚未结束，不能封账。");
    public static readonly Refusal NotClosed = new("month-not-closed", "本月尚未封账，不能通报。");
    public static readonly Refusal OpenPoints = new("open-points", "封账核对清单尚有未了事项；确需封账的，请说明理由后强制封账。");
    public static readonly Refusal NotPublished = new("month-not-published", "本月尚未通报，无需更正。");
    public static readonly Refusal NothingToCorrect = new("nothing-to-correct", "重新计算的结果与已通报的一致，没有需要更正的内容。");
}
