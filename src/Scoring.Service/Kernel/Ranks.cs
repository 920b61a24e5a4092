namespace Campaign.Scoring.Kernel;

/// <summary>
/// Inside each category by announced score; equal scores share a rank (1, 2, 2, 4); those without a score share the rank after the last.
/// </summary>
internal static class Ranks
{
    /// <returns>By subject.</returns>
    public static IReadOnlyDictionary<string, int> Of(IEnumerable<(string Subject, string Category, decimal? Score)> scored) => scored
        .GroupBy(one => one.Category, StringComparer.Ordinal).SelectMany(category => In(category))
        .ToDictionary(place => place.Subject, place => place.Rank, StringComparer.Ordinal);

    private static IEnumerable<(string Subject, int Rank)> In(IEnumerable<(string Subject, string Category, decimal? Score)> category)
    {
        var (rank, before) = (1, 0);
        foreach (var equals in category.GroupBy(one => one.Score).OrderByDescending(group => group.Key))
        {
            rank += before;
            before = 0;
            foreach (var one in equals)
            {
                before++;
                yield return (one.Subject, rank);
            }
        }
    }
}
