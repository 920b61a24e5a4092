using Campaign.Scoring.Figures;
using Campaign.Scoring.Kernel;

namespace Campaign.Scoring.Months.Stored;

/// <summary><see cref="Figures.PinnedFigures"/> as events keep it, with all that it is made of.</summary>
/// <param name="Edition">Number of the <see cref="MonthEdition"/>; null before there were any: the first.</param>
internal sealed record PinnedFigures(
    IReadOnlyDictionary<string, FigureValue> Values, IReadOnlyList<RedFinding> RedCases, int? Edition = null)
{
    public static PinnedFigures Of(Figures.PinnedFigures figures) => new(
        figures.Values.ToDictionary(p => p.Key, p => FigureValue.Of(p.Value), StringComparer.Ordinal),
        [.. figures.RedCases.Select(RedFinding.Of)], figures.Edition is MonthEdition.First ? null : (int)figures.Edition);

    public Figures.PinnedFigures ToPinnedFigures() => new(
        Values.ToDictionary(p => p.Key, p => p.Value.ToFigureValue(), StringComparer.Ordinal),
        [.. RedCases.Select(red => red.ToRedCase())], Edition is { } edition ? (MonthEdition)edition : MonthEdition.First);
}

internal sealed record FigureValue(int Numerator, int Denominator, decimal? Value)
{
    public static FigureValue Of(Figures.FigureValue value) => new(value.Numerator, value.Denominator, value.Value);

    public Figures.FigureValue ToFigureValue() => new(Numerator, Denominator, Value);
}

internal sealed record RedFinding(RedFindingKind Kind, string CaseNumber, string Unit, DateTimeOffset At, bool StruckOff)
{
    public static RedFinding Of(Figures.RedFinding red) => new(red.Kind, red.CaseNumber, red.Unit, red.At, red.StruckOff);

    public Figures.RedFinding ToRedCase() => new(Kind, CaseNumber, Unit, At, StruckOff);
}
