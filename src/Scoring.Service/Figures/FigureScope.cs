using Campaign.Figures;
using Campaign.Scoring.Facts;
using Campaign.Scoring.Findings;

namespace Campaign.Scoring.Figures;

/// <summary>What figures are made from: the month and, worked out once, the rounds as they were at its end, or are now.</summary>
internal sealed class FigureScope
{
    private readonly IReadOnlyList<(FindingHistory Finding, IReadOnlyList<Round> Rounds)> findings;

    public FigureScope(MonthView view)
    {
        View = view;
        Period = new(view.Month.Start, view.Month.End, view.AsOf);
        findings = [.. view.Findings.Select(f => (f, f.Rounds(view.RectificationReports[f.Id], Period.Until)))];
    }

    public MonthView View { get; }

    public FigurePeriod Period { get; }

    public IEnumerable<CountedRound> Rounds(RoundSet set) =>
        from finding in findings
        from round in set.Of(finding.Rounds, Period)
        select new CountedRound(finding.Finding.CaseNumber, round);
}

/// <summary>A round of a finding that a figure is of.</summary>
internal sealed record CountedRound(string CaseNumber, Round Round)
{
    public string Key => $"{CaseNumber}/{Round.Number}";
}
