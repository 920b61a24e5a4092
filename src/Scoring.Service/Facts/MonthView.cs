using Campaign.Scoring.Assignments;
using Campaign.Scoring.Findings;
using Campaign.Scoring.Honours;
using Campaign.Scoring.Inspections;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Rulebook;

namespace Campaign.Scoring.Facts;

/// <summary>What is known about a month, sorted out: cases folded, inspections of the month by date, each thing once.</summary>
internal sealed record MonthView(
    Month Month, DateTimeOffset AsOf, IReadOnlyList<Subject> Subjects, IReadOnlyList<CaseHistory> Cases, IReadOnlyList<DueCase> Due,
    ILookup<string, InspectionFact> Inspections, IReadOnlyList<Commendation> Commendations,
    IReadOnlyList<MissedDeadline> MissedDeadlines, ILookup<string, ManualEntry> ManualEntries,
    ILookup<(Guid CaseId, int Round), DateTimeOffset> Handlings)
{
    public static MonthView Of(Month month, MonthFacts facts, DateTimeOffset asOf)
    {
        var cases = CaseHistory.Of(facts.CaseFacts);
        return new(
            month, asOf,
            [
                .. facts.Subjects.DistinctBy(s => s.Code, StringComparer.Ordinal).Where(s => s.TakesPartIn(month))
                    .OrderBy(s => s.Code, StringComparer.Ordinal),
            ],
            cases, [.. cases.Select(c => DueCase.Of(c, month, asOf)).OfType<DueCase>()],
            facts.Inspections.GroupBy(i => i.Id).Select(versions => versions.MaxBy(i => i.Version)!)
                .Where(i => i.Counts && month.Contains(i.Date))
                .OrderBy(i => i.Date).ThenBy(i => i.Reference, StringComparer.Ordinal).ThenBy(i => i.Id)
                .ToLookup(i => i.Subject, StringComparer.Ordinal),
            [.. facts.Commendations.DistinctBy(c => c.StreamId).Where(c => month.Contains(c.Date))],
            [
                .. (facts.MissedDeadlines ?? []).Where(m => month.Contains(m.Due))
                    .GroupBy(m => m.AssignmentId).Select(ofAssignment => ofAssignment.MaxBy(m => m.Version)!),
            ],
            (facts.ManualEntries ?? []).DistinctBy(e => e.StreamId).Where(e => month.Contains(e.Date) && e.Value != 0)
                .ToLookup(e => e.Item, StringComparer.Ordinal),
            (facts.Handlings ?? []).ToLookup(h => (h.CaseId, h.Round), h => h.At));
    }
}
