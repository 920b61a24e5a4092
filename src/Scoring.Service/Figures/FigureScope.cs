using Campaign.Scoring.Cases;
using Campaign.Scoring.Months;
using Campaign.Scoring.Subjects;

namespace Campaign.Scoring.Figures;

/// <summary>What figures are made from: the month and, worked out once, its rounds that were due.</summary>
internal sealed class FigureScope(MonthView view, IReadOnlyList<Subject> subjects)
{
    public MonthView View => view;

    public IReadOnlyList<Subject> Subjects => subjects;

    /// <summary>The end of the month, or now in a month that is not over: what came later is not the month's.</summary>
    public DateTimeOffset Until { get; } = view.AsOf < view.Month.End ? view.AsOf : view.Month.End;

    public IReadOnlyList<DueRound> Due { get; } =
    [
        .. from @case in view.Cases
           let deadline = @case.DeadlineIn(view.Month, view.AsOf)
           where deadline is not null
           select new DueRound(@case, deadline, view.Handlings[(deadline.Fact.CaseId, deadline.Fact.Round)]),
    ];

    public bool IsInMonth(CaseFact fact) => view.Month.Contains(fact.At);
}

/// <summary>A round of a case whose last deadline fell in the month.</summary>
internal sealed record DueRound(CaseHistory Case, Deadline Deadline, IEnumerable<DateTimeOffset> Reports)
{
    public string CaseNumber => Deadline.Fact.CaseNumber;

    public string Key => $"{CaseNumber}/{Round}";

    /// <summary>When the unit first said that it was done; at the latest when that was judged, since old ledgers tell no reports.</summary>
    public DateTimeOffset? HandledAt => Reports.Concat(Judged).Order().Cast<DateTimeOffset?>().FirstOrDefault();

    public bool Extended => Case.All(CaseFactKind.DeadlineExtended).Any(f => f.Round == Round);

    private int Round => Deadline.Fact.Round;

    private IEnumerable<DateTimeOffset> Judged => Case.Rejections.Concat(Case.All(CaseFactKind.StruckOff)).Where(f => f.Round == Round).Select(f => f.At);
}
