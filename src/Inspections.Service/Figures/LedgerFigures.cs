namespace Campaign.Inspections.Figures;

/// <summary>统计指标 of a period; every number names the list of exactly what it counts.</summary>
/// <param name="AsOf">What was so at this moment: the end of the period, or now in one that is running.</param>
/// <param name="AsOfText">The same in words that stand beside the figures.</param>
/// <param name="Definitions">How each figure is counted, in the words that stand beside it.</param>
internal sealed record LedgerFigures(
    DateOnly From, DateOnly To, Grouping By, DateTimeOffset AsOf, string AsOfText,
    IReadOnlyList<FigureDefinition> Definitions, IReadOnlyList<FigureGroup> Groups);

internal sealed record FigureDefinition(string Code, string Name, string Definition);

/// <param name="Key">Code of the street, community, unit or category, name of the group; <c>-</c> for the
/// findings without one; empty for all together.</param>
internal sealed record FigureGroup(
    string Key, string Name, IReadOnlyList<Rate> Rates, IReadOnlyList<FigureCount> Counts, MedianHours StrikeOffHours);

/// <param name="Percent">Two decimals, halves away from zero; absent when there is nothing to divide by.</param>
internal sealed record Rate(
    string Code, string Name, long Numerator, long Denominator, decimal? Percent, string NumeratorHref, string DenominatorHref)
{
    public static decimal? Of(long part, long whole) =>
        whole == 0 ? null : Math.Round(100m * part / whole, 2, MidpointRounding.AwayFromZero);
}

internal sealed record FigureCount(string Code, string Name, long Count, string Href);

/// <param name="Hours">Two decimals; absent when nothing was struck off.</param>
internal sealed record MedianHours(decimal? Hours, long Rounds, string Href);
