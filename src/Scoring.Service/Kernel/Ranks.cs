namespace Campaign.Scoring.Kernel;

/// <summary>
/// Inside each category by announced score; equal scores share a rank (1, 2, 2, 4); those without a score share the rank after the last.
/// Where nobody has a score there is nothing to rank by, and nobody is first.
/// </summary>
internal static class Ranks
{
    /// <returns>By subject.</returns>
    public static IReadOnlyDictionary<string, int?> Of(IEnumerable<(string Subject, string Category, decimal? Score)> scored) => scored
        .GroupBy(one => one.Category, StringComparer.Ordinal).SelectMany(category => In(category))
        .ToDictionary(place => place.Subject, place => place.Rank, StringComparer.Ordinal);

    private static IEnumerable<(string Subject, int? Rank)> In(IEnumerable<(string Subject, string Category, decimal? Score)> category)
    {
        var (rank, before) = (1, 0);
        var inCategory = category.ToList();
        var ranked = inCategory.Exists(one => one.Score is not null);
        foreach (var equals in inCategory.GroupBy(one => one.Score).OrderByDescending(group => group.Key))
        {
            rank += before;
            before = 0;
            foreach (var one in equals)
            {
                before++;
                yield return (one.Subject, ranked ? rank : null);
            }
        }
    }
}
