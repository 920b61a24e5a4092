namespace Campaign.Scoring.Evaluations;

/// <summary>What people are told of a subject: a list of single scores would say which one is whose to those who know each other.</summary>
/// <param name="Mean">Of the scores that count, two decimals.</param>
internal sealed record EvaluationMean(string Subject, decimal Mean);

/// <summary>What a subject was given, by nobody in particular.</summary>
/// <param name="Scores">Those that count, ascending.</param>
/// <param name="Dropped">去掉的最高分、最低分, ascending.</param>
/// <param name="Mean">Of the scores that count, two decimals.</param>
internal sealed record EvaluationResult(string Subject, IReadOnlyList<decimal> Scores, IReadOnlyList<decimal> Dropped, decimal Mean);
