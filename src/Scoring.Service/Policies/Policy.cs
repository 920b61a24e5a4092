namespace Campaign.Scoring.Policies;

/// <summary>考评办法: how a street counts.</summary>
/// <param name="DailyWeight">Weight of the month scores in the year total; with <paramref name="EvaluationWeight"/> 1.</param>
internal sealed record Policy(decimal DailyWeight, decimal EvaluationWeight, IReadOnlyList<Adjustment> Adjustments)
{
    public bool SameAs(Policy other) =>
        DailyWeight == other.DailyWeight && EvaluationWeight == other.EvaluationWeight && Adjustments.SequenceEqual(other.Adjustments);
}

/// <param name="Kind">What is counted; see <see cref="Scorecards.AdjustmentKinds"/>.</param>
/// <param name="Points">For each occurrence; negative takes away.</param>
/// <param name="CapPerMonth">At most so many points a month, either way.</param>
internal sealed record Adjustment(string Kind, decimal Points, decimal CapPerMonth);
