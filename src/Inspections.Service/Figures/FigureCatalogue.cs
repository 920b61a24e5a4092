using Campaign.Figures;
using Campaign.Inspections.Findings;
using Campaign.Inspections.Ledger;

namespace Campaign.Inspections.Figures;

/// <param name="Definition">The sentence that stands beside the figure.</param>
internal sealed record RateOf(string Code, string Name, string Definition, IFigureList Part, IFigureList Whole);

internal sealed record CountOf(string Code, string Name, string Definition, IFigureList Cases);

internal sealed record MedianOf(string Code, string Name, string Definition, RoundList Rounds);

/// <summary>
/// Each figure of <see cref="RoundFigure"/> as the lists that one can open. Scoring counts by the same catalogue and formulas: two boards
/// that disagree are worse than none.
/// </summary>
internal sealed record FigureCatalogue(IReadOnlyList<RateOf> Rates, IReadOnlyList<CountOf> Counts, MedianOf Median)
{
    /// <param name="until">Figures are those of this moment: the end of the period, or now in one that is running.</param>
    public static FigureCatalogue Of(DateOnly from, DateOnly to, DateTimeOffset until)
    {
        var closed = new LedgerFilter(ClosedFrom: from, ClosedTo: to);
        var median = RoundFigure.All.Single(figure => figure.Outcome is null);
        return new(
            [
                .. RoundFigure.All.Where(figure => figure.Outcome is not null).Select(figure => new RateOf(
                    figure.Code, figure.Name, figure.Definition, List(figure.Of, figure.Outcome), List(figure.Of, null))),
            ],
            [
                new("struckOff", "销号", "统计期内复核销号、未再反弹的案件。",
                    new FindingList(new(Status: [FindingStatus.StruckOff], StruckOffFrom: from, StruckOffTo: to))),
                new("forcedClosed", "强制结案", "统计期内强制结案的案件，不算销号。", Closed(FindingStatus.ForcedClosed)),
                new("merged", "并案", "统计期内并入其他案件的案件。", Closed(FindingStatus.Merged)),
                new("voided", "作废", "统计期内作废的案件。", Closed(FindingStatus.Voided)),
            ],
            new(median.Code, median.Name, median.Definition, new RoundList(Rounds(median.Of))));

        FindingList Closed(FindingStatus how) => new(closed with { Status = [how] });

        IFigureList List(RoundSet set, RoundOutcome? outcome) => set is RoundSet.Due
            ? new FindingList(new(Counted: true, DueFrom: from, DueTo: to, DueBy: until, Outcome: outcome))
            : new RoundList(Rounds(set) with { Outcome = outcome });

        RoundFilter Rounds(RoundSet set) => set switch
        {
            RoundSet.Recorded => new(Relapse: false, BeganFrom: from, BeganTo: to, AsOf: until),
            RoundSet.Began => new(BeganFrom: from, BeganTo: to, AsOf: until),
            RoundSet.StruckOff => new(StruckOffFrom: from, StruckOffTo: to, AsOf: until),
            RoundSet.Open => new(BeganTo: to, Open: true, AsOf: until),
            RoundSet.Due => throw new ArgumentOutOfRangeException(nameof(set), set, "A finding once: a list of findings."),
        };
    }
}
