using Campaign.EventStore;
using Campaign.Scoring.Facts;
using Campaign.Scoring.Findings;
using Campaign.Scoring.Inspections;
using Campaign.Scoring.Kernel;

namespace Campaign.Scoring.Advice;

/// <summary>Something that a subject could still do in the month, as the facts that would come of it.</summary>
internal sealed record Possibility(string Action, FindingFact? StruckOff = null, InspectionFact? Inspection = null);

/// <summary>
/// All that a subject could still do in the month: strike off its open findings, be inspected in the weeks without an inspection.
/// </summary>
internal static class Possibilities
{
    /// <summary>The work is bounded: of more open findings, those that are due first.</summary>
    public const int MaxFindings = 50;

    public static IEnumerable<Possibility> StrikeOffs(MonthView view, string subject) => (
        from finding in view.Findings
        let opened = finding.All(FindingFactKind.Recorded).Concat(finding.Relapses).MaxBy(f => f.Round)
        where opened is not null && finding.Closings.All(f => f.Round < opened.Round)
        let deadline = finding.Deadlines.LastOrDefault(d => d.Fact.Round == opened.Round)
        where deadline?.Unit == subject
        orderby deadline.Due, deadline.Fact.FindingId
        select StrikeOff(deadline, finding.LastVersion, view.AsOf)).Take(MaxFindings);

    /// <param name="score">What an inspection is taken to give.</param>
    public static IEnumerable<Possibility> Inspections(MonthView view, string subject, decimal score, DateOnly today) =>
        from monday in view.Month.WholeWeeks()
        let sunday = monday.AddDays(6)
        where sunday >= today && !view.Inspections[subject].Any(i => monday <= i.Date && i.Date <= sunday)
        select new Possibility(
            $"在{Wording.Day(monday)}至{Wording.Day(sunday)}这一周接受一次检查（按得{score:F2}分估计）",
            Inspection: Inspection(subject, today > monday ? today : monday, score));

    private static Possibility StrikeOff(Deadline deadline, long lastVersion, DateTimeOffset now) => new(
        now <= deadline.Due
            ? $"在{Wording.Due(deadline.Due)}前将案件 {deadline.Fact.CaseNumber} 整改到位并经复核销号"
            : $"尽快将已超期的案件 {deadline.Fact.CaseNumber} 整改到位并经复核销号",
        StruckOff: deadline.Fact with
        {
            Version = lastVersion + 1,
            Kind = FindingFactKind.StruckOff,
            Unit = deadline.Unit,
            Due = deadline.Due,
            At = now,
        });

    private static InspectionFact Inspection(string subject, DateOnly day, decimal score)
    {
        var id = DeterministicGuid.From(Guid.Empty, $"what-if/{subject}/{day:O}");
        return new(id, 1, id, subject, "日常检查", day, score, null);
    }
}
