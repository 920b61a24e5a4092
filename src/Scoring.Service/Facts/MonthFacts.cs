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
}
