using Campaign.Scoring.Findings;
using Campaign.Scoring.Kernel;

namespace Campaign.Scoring.Figures;

/// <summary>The figures about what happened to findings, whatever was due.</summary>
internal static class FindingFigures
{
    public static IEnumerable<Counted> SameDayRouting(FigureScope scope) =>
        from finding in scope.View.Findings
        let recorded = finding.Recorded
        where recorded is not null && scope.IsInMonth(recorded)
        let routed = finding.All(FindingFactKind.Routed).FirstOrDefault()
        select new Counted(
            finding.FirstUnit, recorded.At, finding.RoutedOnDayOfRecording, () => recorded.CaseNumber,
            () =>
                $"案件 {recorded.CaseNumber}，{Wording.Minute(recorded.At)}登记，{(routed is null ? "尚未交办" : $"{Wording.Minute(routed.At)}交办")}");

    public static IEnumerable<Counted> Relapse(FigureScope scope) =>
        scope.View.Findings.SelectMany(finding => finding.Relapses.Select(fact => Round(fact, fact.Unit, "反弹")).Concat(
                finding.All(FindingFactKind.Recorded).Take(1).Select(fact => Round(fact, finding.FirstUnit, "登记"))))
            .Where(round => scope.View.Month.Contains(round.At));

    public static IEnumerable<Counted> OverdueOpen(FigureScope scope) =>
        from finding in scope.View.Findings
        where !finding.IsStruckOffBefore(scope.Until)
        let then = finding.Before(scope.Until)
        let opened = then.All(FindingFactKind.Recorded).Concat(then.Relapses).MaxBy(f => f.Round)
        where opened is not null && then.Closings.All(f => f.Round < opened.Round)
        let deadline = then.Deadlines.LastOrDefault(d => d.Fact.Round == opened.Round)
        select new Counted(
            deadline?.Unit ?? (opened.Round > 1 ? opened.Unit : null), deadline?.Due ?? opened.At, deadline?.Due < scope.Until,
            () => $"{opened.CaseNumber}/{opened.Round}",
            () => $"案件 {opened.CaseNumber}，{Wording.Minute(opened.At)}{(opened.Round > 1 ? "反弹" : "登记")}，"
                + (deadline is null ? "尚无整改期限" : $"{Wording.Minute(deadline.Due)}到期"));

    public static IEnumerable<Counted> StrikeOffHours(FigureScope scope) =>
        from finding in scope.View.Findings
        let recorded = finding.Recorded
        let struckOff = finding.All(FindingFactKind.StruckOff).FirstOrDefault()
        where recorded is not null && struckOff is not null && scope.IsInMonth(struckOff)
        let hours = (decimal)(struckOff.At - recorded.At).Ticks / TimeSpan.TicksPerHour
        select new Counted(
            struckOff.Unit, struckOff.At, true, () => struckOff.CaseNumber,
            () => $"案件 {struckOff.CaseNumber}，{Wording.Minute(recorded.At)}登记，{Wording.Minute(struckOff.At)}销号，历时{hours:0.##}小时",
            hours);

    private static Counted Round(FindingFact opening, string? unit, string how) => new(
        unit, opening.At, opening.Kind is FindingFactKind.Relapsed, () => $"{opening.CaseNumber}/{opening.Round}",
        () => $"案件 {opening.CaseNumber}，{Wording.Minute(opening.At)}{how}");
}
