using Campaign.EventStore;
using Campaign.Scoring.Kernel;

namespace Campaign.Scoring.Evaluations;

/// <summary>综合评议 of a half-year: opened, voted on, closed.</summary>
internal sealed record Evaluation : IAggregate<Evaluation, IEvaluationEvent>
{
    /// <summary>Of two who voted, each knows from the mean what the other gave.</summary>
    public const int DefaultQuorum = 3;

    public static Evaluation Initial { get; } = new();

    public EvaluationOpened? Opened { get; init; }
    public int Ballots { get; init; }
    public bool Closed { get; init; }

    public Evaluation Evolve(IEvaluationEvent @event) => @event switch
    {
        EvaluationOpened e => this with { Opened = e },
        BallotCast e => this with { Ballots = e.Ballots },
        EvaluationClosed => this with { Closed = true },
    };

    /// <summary>Open, and the account is one of those who vote.</summary>
    public bool Takes(string account) => !Closed && Opened is { } opened && opened.Holders.Contains(account, StringComparer.Ordinal);

    public static StreamId<Evaluation> Stream(string street, HalfYear half) => StreamId<Evaluation>.Named(street, $"evaluation/{half}");
}

/// <summary>Every rule that can say no to an evaluation.</summary>
internal static class EvaluationRules
{
    public static readonly Refusal NotOpened = new("evaluation-not-opened", "该半年的综合评议尚未开始。");
    public static readonly Refusal NotFound = NotOpened with { Kind = RefusalKind.NotFound };
    public static readonly Refusal Closed = new("evaluation-closed", "该半年的综合评议已经结束。");
    public static readonly Refusal BallotsCast = new("ballots-cast", "已经有人投票，评议人员和评议对象不能再改。");
    public static readonly Refusal NobodyToEvaluate = new("nobody-to-evaluate", "所列类别中没有考评对象。", RefusalKind.Invalid, "/categories");
    public static readonly Refusal NotAHolder = new("not-a-ballot-holder", "您不是本次综合评议的评议人员。", RefusalKind.Forbidden);
    public static readonly Refusal Incomplete = new("ballot-incomplete", "须给每个评议对象打分，缺项的票无效。", RefusalKind.Invalid, "/scores");
    public static readonly Refusal NotEvaluated = new("subject-not-evaluated", "票中有不在本次评议范围内的对象。", RefusalKind.Invalid, "/scores");
    public static readonly Refusal TooFewBallots = new("too-few-ballots", "票数不足：去掉最高分和最低分后须至少剩一张有效票。");

    public static Refusal BelowQuorum(int ballots, int quorum) => TooFewBallots with
    {
        Detail = $"票数不足：已投 {ballots} 张，至少须有 {quorum} 张才能计票，否则从平均分可以推知个人所打的分。",
    };
}
