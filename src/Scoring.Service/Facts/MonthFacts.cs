using Campaign.Scoring.Assignments;
using Campaign.Scoring.Findings;
using Campaign.Scoring.Honours;
using Campaign.Scoring.Inspections;
using Campaign.Scoring.Kernel;

namespace Campaign.Scoring.Facts;

/// <summary>All that is known about a street's month. More than the month needs does no harm, nor does anything given twice.</summary>
/// <param name="FindingFacts">Whole findings: every fact of each that touches the month.</param>
internal sealed record MonthFacts(
    IReadOnlyList<Subject> Subjects, IReadOnlyList<InspectionFact> Inspections, IReadOnlyList<FindingFact> FindingFacts,
    IReadOnlyList<Commendation> Commendations, IReadOnlyList<Veto> Vetoes,
    IReadOnlyList<OverdueAssignment>? OverdueAssignments = null, IReadOnlyList<ManualEntry>? ManualEntries = null,
    IReadOnlyList<RectificationReport>? RectificationReports = null)
{
    /// <summary>Lines that an upheld appeal waived; what made them is no longer among the facts.</summary>
    public IReadOnlyList<Waiver> Waived { get; init; } = [];

    /// <summary>What is known of several months that touch one period. A line waived in one of them is waived in all.</summary>
    public static MonthFacts Of(IReadOnlyList<MonthFacts> months) => months is [var only] ? only : new MonthFacts(
        [.. months.SelectMany(m => m.Subjects)], [.. months.SelectMany(m => m.Inspections)], [.. months.SelectMany(m => m.FindingFacts)],
        [.. months.SelectMany(m => m.Commendations)], [.. months.SelectMany(m => m.Vetoes)],
        [.. months.SelectMany(m => m.OverdueAssignments ?? [])], [.. months.SelectMany(m => m.ManualEntries ?? [])],
        [.. months.SelectMany(m => m.RectificationReports ?? [])]).Without([.. months.SelectMany(m => m.Waived)]);
}
