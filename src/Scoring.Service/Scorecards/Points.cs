namespace Campaign.Scoring.Scorecards;

/// <summary>Exact decimals; what is announced has two places, half away from zero.</summary>
internal static class Points
{
    public const decimal Max = 100;

    public static decimal Round(decimal value) => Math.Round(value, 2, MidpointRounding.AwayFromZero);

    /// <summary>
    /// The announced mean split over the scores it is made of, in cents, each one as near to score ÷ n as the sum allows
    /// (largest remainder, the earlier first).
    /// </summary>
    public static IReadOnlyList<decimal> Shares(IReadOnlyList<decimal> scores)
    {
        var cents = scores.Select(s => decimal.ToInt64(s * 100)).ToList();
        var shares = cents.Select(c => c / scores.Count).ToList();
        var missing = decimal.ToInt32(Round(scores.Average()) * 100 - shares.Sum());
        foreach (var index in Enumerable.Range(0, scores.Count).OrderByDescending(i => cents[i] % scores.Count).Take(missing)) shares[index]++;
        return [.. shares.Select(s => s / 100m)];
    }
}
