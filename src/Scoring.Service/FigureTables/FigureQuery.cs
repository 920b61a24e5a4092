using Campaign.Scoring.Facts;
using Campaign.Scoring.Figures;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Months;

namespace Campaign.Scoring.FigureTables;

/// <summary>The figures as the facts stand now; those of a closed month as announced are on its bulletin and scorecards.</summary>
internal sealed class FigureQuery(MonthFactsQuery facts, TimeProvider clock)
{
    public async Task<FigureSheet> Sheet(string street, Month month, CancellationToken cancellation) =>
        FigureSheet.Of(MonthView.Of(month, await facts.Load(street, month, cancellation), clock.GetUtcNow()));
}
