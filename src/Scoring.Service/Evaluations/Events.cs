namespace Campaign.Scoring.Evaluations;

// The stream of one round. Ballots are not in it: who gave which scores is known to nobody, and events are never deleted.

/// <summary>The events of one round.</summary>
internal interface IEvaluationEvent;

/// <summary>开始评议: who votes on whom.</summary>
/// <param name="Holders">Accounts of the leading group, one ballot each.</param>
/// <param name="DropHighest">Highest scores of each subject that do not count.</param>
/// <param name="DropLowest">Lowest scores of each subject that do not count.</param>
/// <param name="Quorum">Ballots without which nothing is counted; null: <see cref="Evaluation.DefaultQuorum"/>.</param>
internal sealed record EvaluationOpened(
    string Half, IReadOnlyList<string> Holders, IReadOnlyList<Stored.EvaluatedSubject> Subjects, int DropHighest, int DropLowest,
    DateTimeOffset At, int? Quorum = null)
    : IEvaluationEvent;

/// <summary>投票 or 改票.</summary>
/// <param name="Ballots">Ballots in the box since.</param>
internal sealed record BallotCast(string Half, int Ballots, DateTimeOffset At) : IEvaluationEvent;

/// <summary>评议结束: the box was counted and emptied.</summary>
internal sealed record EvaluationClosed(string Half, int Ballots, IReadOnlyList<Stored.EvaluationResult> Results, DateTimeOffset At)
    : IEvaluationEvent;
