using Campaign.EventStore;

namespace Campaign.Inspections.Kernel;

internal static class PeriodRules
{
    /// <summary>Of a period from … to; where its end is called otherwise, the pointer says so.</summary>
    public static readonly Refusal Reversed = new("period-reversed", "结束日期不能早于开始日期。", RefusalKind.Invalid, "/to");
}
