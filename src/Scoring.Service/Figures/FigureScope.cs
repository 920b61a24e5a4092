using Campaign.Figures;
using Campaign.Scoring.Facts;

namespace Campaign.Scoring.Figures;

/// <summary>What the figures of a month are made from: all that is known of it, and its rounds.</summary>
internal sealed class FigureScope(MonthView view)
{
    private readonly RoundScope rounds = new(
        view.Findings, view.RectificationReports, new(view.Month.Start, view.Month.End, view.AsOf));

    public MonthView View => view;

    public FigurePeriod Period => rounds.Period;

    public IEnumerable<CountedRound> Rounds(RoundSet set) => rounds.Rounds(set);
}
