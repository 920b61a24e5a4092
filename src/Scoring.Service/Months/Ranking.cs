using Campaign.Scoring.Scorecards;

namespace Campaign.Scoring.Months;

/// <summary>
/// Inside each category by announced score; equal scores share a rank (1, 2, 2, 4); those without a score share the rank
/// after the last. A vetoed subject keeps its place.
/// </summary>
internal static class Ranking
{
    public static IReadOnlyList<Scorecard> Rank(IReadOnlyList<Scorecard> cards)
    {
        var scores = cards.ToLookup(c => c.Category, c => c.Score, StringComparer.Ordinal);
        return [.. cards.Select(card => card with { Rank = 1 + scores[card.Category].Count(other => IsBefore(other, card.Score)) })];
    }
    private static bool IsBefore(decimal? other, decimal? score) => other is not null && (score is null || other > score);
}
