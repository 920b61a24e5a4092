using Campaign.Scoring.Facts;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Rulebook;

namespace Campaign.Scoring.Scorecards;

internal static class WaivedLines
{
    /// <summary>The month computed, with the waived lines shown where they stood.</summary>
    public static MonthScoring Score(
        this MonthFacts facts, Month month, Policy policy, DateTimeOffset asOf, MonthEdition edition = MonthEdition.Current)
    {
        var scoring = MonthScoring.Compute(month, policy, facts, asOf, edition);
        if (facts.Waived.Count == 0) return scoring;
        var waived = facts.Waived.ToLookup(w => w.Subject, LineOf, StringComparer.Ordinal);
        return scoring with
        {
            Scorecards = [.. scoring.Scorecards.Select(card => card with { Lines = [.. card.Lines, .. waived[card.Subject]] })],
        };
    }

    private static ScoreLine LineOf(Waiver waiver) => new(
        waiver.Kind, 0, $"{waiver.Text}（{(waiver.Points < 0 ? "曾扣" : "曾计")}·免计：申诉成立）", EventId: waiver.EventId);
}
