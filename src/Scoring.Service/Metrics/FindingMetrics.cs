using Campaign.Scoring.Facts;
using Campaign.Scoring.Findings;
using Campaign.Scoring.Kernel;

namespace Campaign.Scoring.Metrics;

/// <summary>What findings tell about the units they lay with.</summary>
internal static class FindingMetrics
{
    public static readonly IReadOnlyList<Metric> All =
    [
        new("overdueCase", "超期案件", MetricShape.Events, (month, _) =>
            from due in month.Due
            where due.Deadline is { OnTime: false, Excused: false }
            select Of(due, $"案件 {Number(due)} {Wording.Due(due.Deadline.Due)}到期未销号")),
        new("relapse", "反弹案件", MetricShape.Events, (month, _) =>
            from fact in month.Findings.SelectMany(c => c.Relapses)
            where month.Month.Contains(fact.At)
            select Occurrence.Of(fact, fact.Unit!, fact.At, $"案件 {fact.CaseNumber} {Wording.Day(fact.At)}反弹")),
        new("rejectedRectification", "整改返工", MetricShape.Events, (month, _) =>
            from fact in month.Findings.SelectMany(c => c.Rejections)
            where month.Month.Contains(fact.At)
            select Occurrence.Of(fact, fact.Unit!, fact.At, $"案件 {fact.CaseNumber} {Wording.Day(fact.At)}整改复核不通过")),
        new("recordedCase", "登记案件", MetricShape.Events, (month, _) =>
            from recorded in Recorded(month)
            select Occurrence.Of(
                recorded.Fact, recorded.Unit, recorded.Fact.At, $"案件 {recorded.Fact.CaseNumber} {Wording.Day(recorded.Fact.At)}登记")),
        new("onTimeStrikeOff", "按期销号率", MetricShape.Share, (month, _) =>
            from due in month.Due
            select Of(due, $"案件 {Number(due)} {Wording.Due(due.Deadline.Due)}到期{(due.Deadline.OnTime ? "按期" : "未按期")}销号")
                with { Hit = due.Deadline.OnTime }),
        new("rework", "返工率", MetricShape.Share, (month, _) =>
            from due in month.Due
            select Of(due, $"案件 {Number(due)} {(due.Reworked ? "曾被复核退回" : "整改未被退回")}") with { Hit = due.Reworked }),
        new("sameDayRouting", "日交办率", MetricShape.Share, (month, _) =>
            from recorded in Recorded(month)
            let sameDay = recorded.Finding.RoutedOnDayOfRecording
            select Occurrence.Of(
                recorded.Fact, recorded.Unit, recorded.Fact.At,
                $"案件 {recorded.Fact.CaseNumber} {Wording.Day(recorded.Fact.At)}登记，{(sameDay ? "当日" : "未当日")}交办") with { Hit = sameDay }),
        new("relapseRate", "反弹率", MetricShape.Share, (month, _) => Rounds(month)),
        new("overdueHours", "超期时长", MetricShape.Hours, (month, _) =>
            from due in month.Due
            let hours = HoursLate(month, due.Deadline)
            where hours > 0
            select Of(due, $"案件 {Number(due)} {Wording.Due(due.Deadline.Due)}到期，本月超期 {hours:0.##} 小时") with { Amount = hours }),
    ];

    /// <summary>Recorded in the month and routed to somebody since.</summary>
    private static IEnumerable<(FindingHistory Finding, FindingFact Fact, string Unit)> Recorded(MonthView month) =>
        from finding in month.Findings
        let fact = finding.Recorded
        where fact is not null && finding.FirstUnit is not null && month.Month.Contains(fact.At)
        select (finding, fact, finding.FirstUnit);

    private static IEnumerable<Occurrence> Rounds(MonthView month) =>
        Recorded(month)
            .Select(r => Occurrence.Of(r.Fact, r.Unit, r.Fact.At, $"案件 {r.Fact.CaseNumber} {Wording.Day(r.Fact.At)}登记"))
            .Concat(month.Findings.SelectMany(c => c.Relapses).Where(fact => month.Month.Contains(fact.At))
                .Select(fact =>
                    Occurrence.Of(fact, fact.Unit!, fact.At, $"案件 {fact.CaseNumber} {Wording.Day(fact.At)}反弹") with { Hit = true }));

    /// <summary>Within the month of the deadline: what comes after its end changes nothing that was announced.</summary>
    private static decimal HoursLate(MonthView month, Deadline deadline)
    {
        var end = deadline.StruckOffAt < month.Until ? deadline.StruckOffAt.Value : month.Until;
        return end <= deadline.Due ? 0 : (decimal)(end - deadline.Due).Ticks / TimeSpan.TicksPerHour;
    }

    private static Occurrence Of(DueFinding due, string text) =>
        Occurrence.Of(due.Deadline.Fact, due.Deadline.Unit, due.Deadline.Due, text) with { IsDeadline = true };

    private static string Number(DueFinding due) => due.Deadline.Fact.CaseNumber;
}
