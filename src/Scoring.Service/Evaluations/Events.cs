namespace Campaign.Scoring.Evaluations;

// The stream of one round. Ballots are not in it: who gave which scores is known to nobody, and events are never deleted.

/// <summary>开始评议: who votes on whom.</summary>
/// <param name="Holders">Accounts of the leading group, one ballot each.</param>
/// <param name="DropHighest">Highest scores of each subject that do not count.</param>
/// <param name="DropLowest">Lowest scores of each subject that do not count.</param>
internal sealed record EvaluationOpened(
    string Half, IReadOnlyList<string> Holders, IReadOnlyList<EvaluatedSubject> Subjects, int DropHighest, int DropLowest, DateTimeOffset At);

internal sealed record EvaluatedSubject(string Subject, string Name, string Category);

/// <summary>投票 or 改票.</summary>
/// <param name="Ballots">Ballots in the box since.</param>
internal sealed record BallotCast(string Half, int Ballots, DateTimeOffset At);

/// <summary>评议结束: the box was counted and emptied.</summary>
internal sealed record EvaluationClosed(string Half, int Ballots, IReadOnlyList<EvaluationResult> Results, DateTimeOffset At);

/// <summary>What a subject was given, by nobody in particular.</summary>
/// <param name="Scores">Those that count, ascending.</param>
/// <param name="Dropped">去掉的最高分、最低分, ascending.</param>
/// <param name="Mean">Of the scores that count, two decimals.</param>
internal sealed record EvaluationResult(string Subject, IReadOnlyList<decimal> Scores, IReadOnlyList<decimal> Dropped, decimal Mean);
