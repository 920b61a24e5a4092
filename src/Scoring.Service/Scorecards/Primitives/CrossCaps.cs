using Campaign.Scoring.Kernel;

namespace Campaign.Scoring.Scorecards.Primitives;

/// <summary>One deduction is never larger than another: what is too much is given back by a line of its own.</summary>
internal static class CrossCaps
{
    public static IReadOnlyList<ItemScore> Of(IReadOnlyList<ItemScore> scores)
    {
        if (scores.All(s => s.Item.AtMostItem is null)) return scores;
        var byId = scores.ToDictionary(s => s.Item.Id, StringComparer.Ordinal);
        return [.. scores.Select(score => Capped(score, byId))];
    }

    // The linter lets no circle through, so this comes to an end.
    private static ItemScore Capped(ItemScore score, Dictionary<string, ItemScore> byId)
    {
        if (score.Item.AtMostItem is not { } id || !byId.TryGetValue(id, out var found) || !score.Applies) return score;
        var other = Capped(found, byId);
        var excess = score.Deducted - other.Deducted;
        if (excess <= 0) return score;
        var back = Points.Round(excess);
        var text = $"{score.Item.Name}的扣分不超过“{other.Item.Name}”的扣分 {other.Deducted:0.00##} 分，退回 {back:0.00##} 分";
        return score with
        {
            Exact = score.Exact + excess,
            Lines = [.. score.Lines, new ScoreLine("crossCap", back, text, Item: score.Item.Id)],
        };
    }
}
