namespace Campaign.Scoring.Figures;

internal sealed record FigureMeaning(string Code, string Name, string Numerator, string Denominator, string Unit)
{
    public static IReadOnlyList<FigureMeaning> All { get; } =
        [.. FigureCatalogue.All.Select(f => new FigureMeaning(f.Code, f.Name, f.Numerator, f.Denominator, f.Unit))];
}
