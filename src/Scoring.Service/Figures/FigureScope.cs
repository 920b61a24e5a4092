using Campaign.Scoring.Facts;
using Campaign.Scoring.Findings;

namespace Campaign.Scoring.Figures;

/// <summary>What figures are made from: the month and, worked out once, its rounds that were due.</summary>
internal sealed class FigureScope(MonthView view)
{
    public MonthView View => view;

    public DateTimeOffset Until { get; } = view.Until;

    public IReadOnlyList<DueRound> Due { get; } =
    [
        .. view.Due.Select(due => new DueRound(
            due.Finding, due.Deadline, view.RectificationReports[(due.Deadline.Fact.FindingId, due.Deadline.Fact.Round)])),
    ];

    public bool IsInMonth(FindingFact fact) => view.Month.Contains(fact.At);
}

/// <summary>A round of a finding whose last deadline fell in the month.</summary>
internal sealed class DueRound(FindingHistory finding, Deadline deadline, IEnumerable<DateTimeOffset> reports)
{
    public FindingHistory Finding => finding;

    public Deadline Deadline => deadline;

    public string CaseNumber => Deadline.Fact.CaseNumber;

    public string Key => $"{CaseNumber}/{Round}";

    /// <summary>When the unit first said that it was done; at the latest when that was judged, since old ledgers tell no reports.</summary>
    public DateTimeOffset? HandledAt { get; } = reports
        .Concat(finding.Rejections.Concat(finding.All(FindingFactKind.StruckOff)).Where(f => f.Round == deadline.Fact.Round)
            .Select(f => f.At))
        .Min(at => (DateTimeOffset?)at);

    public bool Extended => Finding.All(FindingFactKind.DeadlineExtended).Any(f => f.Round == Round);

    private int Round => Deadline.Fact.Round;
}
