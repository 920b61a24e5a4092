namespace Campaign.Scoring.Evaluations.Stored;

/// <summary><see cref="Evaluations.EvaluationResult"/> as events keep it.</summary>
internal sealed record EvaluationResult(string Subject, IReadOnlyList<decimal> Scores, IReadOnlyList<decimal> Dropped, decimal Mean)
{
    public static EvaluationResult Of(Evaluations.EvaluationResult result) => new(
        result.Subject, result.Scores, result.Dropped, result.Mean);

    public Evaluations.EvaluationResult ToEvaluationResult() => new(Subject, Scores, Dropped, Mean);
}
