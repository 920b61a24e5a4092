using Campaign.Scoring.Assignments;
using Campaign.Scoring.Findings;
using Campaign.Scoring.Honours;
using Campaign.Scoring.Inspections;
using Campaign.Scoring.Kernel;

namespace Campaign.Scoring.Facts;

/// <summary>What is known about a month, sorted out: findings folded, inspections of the month by date, each thing once.</summary>
internal sealed record MonthView(
    Month Month, DateTimeOffset AsOf, IReadOnlyList<Subject> Subjects, IReadOnlyList<FindingHistory> Findings,
    IReadOnlyList<DueFinding> Due,
    ILookup<string, InspectionFact> Inspections, IReadOnlyList<Commendation> Commendations,
    IReadOnlyList<OverdueAssignment> OverdueAssignments, ILookup<string, ManualEntry> ManualEntries,
    ILookup<Guid, RectificationReport> RectificationReports)
{
    /// <summary>The end of the month, or now in a month that is not over: what came later is not the month's.</summary>
    public DateTimeOffset Until => AsOf < Month.End ? AsOf : Month.End;

    public static MonthView Of(
        Month month, MonthFacts facts, DateTimeOffset asOf, MonthEdition edition = MonthEdition.Current)
    {
        var findings = FindingHistory.Of(facts.FindingFacts);
        return new(
            month, asOf,
            [
                .. facts.Subjects.DistinctBy(s => s.Code, StringComparer.Ordinal).Where(s => s.TakesPartIn(month))
                    .OrderBy(s => s.Code, StringComparer.Ordinal),
            ],
            findings, [.. findings.Select(f => DueFinding.Of(f, month, asOf, edition)).OfType<DueFinding>()],
            facts.Inspections.GroupBy(i => i.Id).Select(versions => versions.MaxBy(i => i.Version)!)
                .Where(i => i.Counts && month.Contains(i.Date))
                .OrderBy(i => i.Date).ThenBy(i => i.Reference, StringComparer.Ordinal).ThenBy(i => i.Id)
                .ToLookup(i => i.Subject, StringComparer.Ordinal),
            [.. facts.Commendations.DistinctBy(c => c.StreamId).Where(c => month.Contains(c.Date))],
            [
                .. (facts.OverdueAssignments ?? [])
                    .Where(m => edition is MonthEdition.First ? month.Contains(m.Due) : month.ContainsDeadline(m.Due))
                    .GroupBy(m => m.AssignmentId).Select(ofAssignment => ofAssignment.MaxBy(m => m.Version)!),
            ],
            (facts.ManualEntries ?? []).DistinctBy(e => e.StreamId).Where(e => month.Contains(e.Date) && e.Value != 0)
                .ToLookup(e => e.Item, StringComparer.Ordinal),
            (facts.RectificationReports ?? []).ToLookup(report => report.FindingId));
    }
}
