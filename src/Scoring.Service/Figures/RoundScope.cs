using Campaign.Figures;
using Campaign.Scoring.Findings;
using Campaign.Scoring.Kernel;

namespace Campaign.Scoring.Figures;

/// <summary>The rounds of findings as they were at the end of a period, or are now in one that is running; worked out once.</summary>
internal sealed class RoundScope
{
    private readonly IReadOnlyList<(FindingHistory Finding, IReadOnlyList<Round> Rounds)> findings;

    public RoundScope(IEnumerable<FindingHistory> findings, ILookup<Guid, RectificationReport> reports, FigurePeriod period)
    {
        Period = period;
        this.findings = [.. findings.Select(f => (f, f.Rounds(reports[f.Id], period.Until)))];
    }

    public FigurePeriod Period { get; }

    public IEnumerable<CountedRound> Rounds(RoundSet set) =>
        from finding in findings
        from round in set.Of(finding.Rounds, Period)
        select new CountedRound(finding.Finding.CaseNumber, round);

    public FigureValue Value(RoundFigure figure)
    {
        var rounds = Rounds(figure.Of).Select(counted => counted.Round).ToList();
        var numerator = rounds.Count(round => figure.Counts(round, Period.Until));
        return new(
            numerator, rounds.Count,
            figure.Outcome is null
                ? RoundFigure.MedianHours(rounds.Select(round => round.Took ?? TimeSpan.Zero))
                : Points.Percent(numerator, rounds.Count));
    }

    public IReadOnlyDictionary<string, FigureValue> Values => RoundFigure.All.ToDictionary(f => f.Code, Value, StringComparer.Ordinal);
}

/// <summary>A round of a finding that a figure is of.</summary>
internal sealed record CountedRound(string CaseNumber, Round Round)
{
    public string Key => $"{CaseNumber}/{Round.Number}";
}
