using Campaign.Scoring.Kernel;

namespace Campaign.Scoring.Scorecards;

/// <summary>By announced score; a vetoed subject keeps its place.</summary>
internal static class Ranking
{
    public static IReadOnlyList<Scorecard> Rank(IReadOnlyList<Scorecard> cards)
    {
        var ranks = Ranks.Of(cards.Select(card => (card.Subject, card.Category, card.Score)));
        return [.. cards.Select(card => card with { Rank = ranks[card.Subject] })];
    }
}
