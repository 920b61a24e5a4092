using Campaign.Scoring.Figures;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Scorecards;

namespace Campaign.Scoring.Bulletins;

/// <summary>A figure as announced, with what it was divided by.</summary>
internal sealed record BulletinFigure(
    string Code, string Name, int Numerator, string NumeratorMeans, int Denominator, string DenominatorMeans, decimal? Value, string Unit)
{
    public static IReadOnlyList<BulletinFigure> Of(PinnedFigures? figures, MonthCounts counts)
    {
        var values = figures?.Values ?? FromCounts(counts);
        return [.. FigureCatalogue.All.Where(f => values.ContainsKey(f.Code))
            .Select(f => Of(figures?.Edition is MonthEdition.Current ? f : FormerMeanings.Of(f), values[f.Code]))];
    }

    /// <summary>As a sentence has it: 80.77%（63/78）.</summary>
    public string Text => Value is { } value ? $"{value:F2}{Unit}" : "无";

    private static BulletinFigure Of(Figure figure, FigureValue value) => new(
        figure.Code, figure.Name, value.Numerator, figure.Numerator, value.Denominator, figure.Denominator, value.Value, figure.Unit);

    /// <summary>Months closed before all figures were pinned have these.</summary>
    private static Dictionary<string, FigureValue> FromCounts(MonthCounts counts) => new(StringComparer.Ordinal)
    {
        ["sameDayRouting"] = Rate(counts.SameDay, counts.Cases),
        ["onTimeStrikeOff"] = Rate(counts.OnTime, counts.Due),
        ["rework"] = Rate(counts.Reworked, counts.Due),
        ["relapse"] = Rate(counts.Relapses, counts.Rounds),
    };

    private static FigureValue Rate(int part, int whole) => new(part, whole, Points.Percent(part, whole));
}
