namespace Campaign.Scoring.Kernel;

/// <summary>Exact decimals; what is announced has two places, half away from zero.</summary>
internal static class Points
{
    public const decimal Max = 100;
    private const int Cents = 100;

    public static decimal Round(decimal value) => Math.Round(value, 2, MidpointRounding.AwayFromZero);

    /// <summary>Two places; null where there is nothing to divide by.</summary>
    public static decimal? Percent(int part, int whole) => whole == 0 ? null : Round(100m * part / whole);

    /// <summary>
    /// The announced mean, as a part of <paramref name="weight"/>, split over the scores it is made of, in cents, each one as
    /// near to its share as the sum allows (largest remainder, the earlier first).
    /// </summary>
    public static IReadOnlyList<decimal> Shares(IReadOnlyList<decimal> scores, decimal weight = Max)
    {
        // Whole numbers keep remainders that are equal equal: a cent is `unit` of them.
        const int weightDigits = 10_000;
        var unit = (long)Max * weightDigits * scores.Count;
        var parts = scores.Select(s => decimal.ToInt64(s * Cents) * decimal.ToInt64(weight * weightDigits)).ToList();
        var shares = parts.Select(part => part / unit).ToList();
        var announced = decimal.ToInt64(Round(scores.Sum() * weight / (Max * scores.Count)) * Cents);
        var missing = (int)(announced - shares.Sum());
        foreach (var index in Enumerable.Range(0, parts.Count).OrderByDescending(i => parts[i] % unit).Take(missing)) shares[index]++;
        return [.. shares.Select(s => s / (decimal)Cents)];
    }

    /// <summary>The announced amount in so many parts, as equal as cents allow, the larger first.</summary>
    public static IReadOnlyList<decimal> Split(decimal amount, int parts)
    {
        var cents = decimal.ToInt64(Round(amount) * Cents);
        return [.. Enumerable.Range(0, parts).Select(i => (cents / parts + (i < cents % parts ? 1 : 0)) / (decimal)Cents)];
    }
}
