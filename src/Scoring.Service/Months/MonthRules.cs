using Campaign.EventStore;

namespace Campaign.Scoring.Months;

/// <summary>Every rule that can say no to a month.</summary>
internal static class MonthRules
{
    public static readonly Refusal Invalid = new("month-invalid", "月份须写作 yyyy-MM，如 2024-09。", RefusalKind.Invalid);
    public static readonly Refusal NotOver = new("month-not-over", "本月尚未结束，不能封账。");
    public static readonly Refusal NotClosed = new("month-not-closed", "本月尚未封账，不能通报。");
    public static readonly Refusal Closed = new("month-closed", "所涉月份已经封账，考评办法不能再改。");
}
