using Campaign.EventStore;
using Campaign.Scoring.Evaluations;
using Campaign.Scoring.Kernel;
using Campaign.Testing;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs.Evaluations;

/// <summary>The round of the second half of 2024: four who vote on two communities.</summary>
internal static class EvaluationStory
{
    public static readonly HalfYear SecondHalf = new(2024, 2);
    public static readonly DateTimeOffset Now = At(20, month: 12);
    public static readonly EvaluationOpened Opened = Round(1, 1);

    public static EvaluationOpened Round(int highest, int lowest) => new(
        "2024-H2", ["a", "b", "c", "d"], [new("A", "广场社区", "居委会"), new("B", "河滨社区", "居委会")], highest, lowest, Now);

    public static Scenario<Evaluation> Given(params object[] history) => new(history);

    public static Func<Evaluation, Decision> Cast(string by, decimal a, decimal b, Ballot? former = null) =>
        new CastBallot(SecondHalf, by, Ballot(a, b), former, Now).Decide;

    public static Ballot Ballot(decimal a, decimal b) => new(Scores(("A", a), ("B", b)));

    public static Dictionary<string, decimal> Scores(params (string Subject, decimal Score)[] scores) =>
        scores.ToDictionary(s => s.Subject, s => s.Score, StringComparer.Ordinal);
}
