using Campaign.Scoring.Appeals;
using Campaign.Scoring.Cases;
using Campaign.Scoring.Commendations;
using Campaign.Scoring.Metrics;
using Campaign.Scoring.Subjects;
using Campaign.Scoring.Vetoes;
using Campaign.Scoring.Visits;

namespace Campaign.Scoring.Months;

/// <summary>All that is known about a street's month. More than the month needs does no harm, nor does anything given twice.</summary>
/// <param name="CaseFacts">Whole cases: every fact of each case that touches the month.</param>
internal sealed record MonthFacts(
    IReadOnlyList<Subject> Subjects, IReadOnlyList<InspectionFact> Inspections, IReadOnlyList<CaseFact> CaseFacts,
    IReadOnlyList<Commendation> Commendations, IReadOnlyList<Veto> Vetoes,
    IReadOnlyList<MissedDeadline>? MissedDeadlines = null, IReadOnlyList<ManualEntry>? ManualEntries = null,
    IReadOnlyList<Handling>? Handlings = null)
{
    /// <summary>Lines that an upheld appeal waived; what made them is no longer among the facts.</summary>
    public IReadOnlyList<Waiver> Waived { get; init; } = [];
}

/// <summary>The same sorted out: cases folded, inspections of the month by date, each thing once.</summary>
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
