using Campaign.Scoring.Kernel;

namespace Campaign.Scoring.Scorecards;

/// <summary>
/// Inside each category by announced score; equal scores share a rank (1, 2, 2, 4); those without a score share the rank
/// after the last. A vetoed subject keeps its place.
/// </summary>
internal static class Ranking
{
    public static IReadOnlyList<Scorecard> Rank(IReadOnlyList<Scorecard> cards)
    {
        var ranks = cards.GroupBy(c => c.Category, StringComparer.Ordinal).SelectMany(RanksIn)
            .ToDictionary(place => place.Subject, place => place.Rank, StringComparer.Ordinal);
        return [.. cards.Select(card => card with { Rank = ranks[card.Subject] })];
    }

    private static IEnumerable<(string Subject, int Rank)> RanksIn(IEnumerable<Scorecard> category)
    {
        var (rank, before) = (1, 0);
        foreach (var equals in category.GroupBy(c => c.Score).OrderByDescending(group => group.Key))
        {
            rank += before;
            before = 0;
            foreach (var card in equals)
            {
                before++;
                yield return (card.Subject, rank);
            }
        }
    }
}
