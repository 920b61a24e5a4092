namespace Campaign.Demo.Input;

/// <summary>The district's list of categories only ever grows here: other streets use it too.</summary>
internal static class Catalogue
{
    private const string UsualLimit = "5工作日";

    /// <returns>The existing list, what the samples add to it, and codes that only the ledger knows.</returns>
    public static IReadOnlyList<Category> Union(IReadOnlyList<Category> existing, IReadOnlyList<Category> samples, MonthFile file)
    {
        var inLedger = (file.Cases ?? []).Select(row => Rows.Text(row, "category")).OfType<string>()
            .Select(code => new Category(code, $"台账类别{code}", UsualLimit, null, null));
        return [.. existing.Concat(samples).Concat(inLedger).DistinctBy(category => category.Code, StringComparer.Ordinal)];
    }
}
