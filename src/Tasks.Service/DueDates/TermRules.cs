using Campaign.EventStore;

namespace Campaign.Tasks.DueDates;

/// <summary>Every rule that can say no to a deadline as it is asked for.</summary>
internal static class TermRules
{
    public static readonly Refusal NotWhole = new("term-not-whole", "工作日和自然日须为整数。", RefusalKind.Invalid, "/term/amount");
    public static readonly Refusal DayNotWorking = new("day-not-working", "该日不上班，没有下班时间。", RefusalKind.Invalid, "/dueOn/day");
    public static readonly Refusal NoEvaluationDate = new("evaluation-date-missing", "尚未设定迎检日期，不能倒排。", RefusalKind.Conflict, "/anchor");
}
