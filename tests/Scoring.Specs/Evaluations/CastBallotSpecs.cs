using Campaign.EventStore;
using Campaign.Scoring.Evaluations;
using Campaign.Scoring.Kernel;
using Campaign.Testing;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs.Evaluations;

public sealed class CastBallotSpecs
{
    private static readonly HalfYear Half = new(2024, 2);
    private static readonly DateTimeOffset Now = At(20, month: 12);
    private static readonly EvaluationOpened Opened = Round(1, 1);

    [Fact]
    public void A_holder_casts_a_ballot_that_the_stream_does_not_show() =>
        Given(Opened).When(Cast("a", 90, 80)).Then(new BallotCast("2024-H2", 1, Now));

    [Fact]
    public void The_same_ballot_again_is_nothing() =>
        Given(Opened, new BallotCast("2024-H2", 1, Now)).When(Cast("a", 90, 80, former: Ballot(90, 80))).ThenNothing();

    [Fact]
    public void A_changed_ballot_is_still_one() =>
        Given(Opened, new BallotCast("2024-H2", 1, Now)).When(Cast("a", 91, 80, former: Ballot(90, 80)))
            .Then(new BallotCast("2024-H2", 1, Now));

    [Fact]
    public void Nobody_else_votes() => Given(Opened).When(Cast("z", 90, 80)).ThenRefused(EvaluationRules.NotAHolder);

    [Fact]
    public void A_ballot_with_a_blank_is_not_valid() =>
        Given(Opened).When(new CastBallot(Half, "a", new(Scores(("A", 90))), null, Now).Decide).ThenRefused(EvaluationRules.Incomplete);

    [Fact]
    public void Nor_one_with_a_name_that_is_not_asked_for() =>
        Given(Opened).When(new CastBallot(Half, "a", new(Scores(("A", 90), ("X", 90))), null, Now).Decide)
            .ThenRefused(EvaluationRules.NotEvaluated);

    private static EvaluationOpened Round(int highest, int lowest) => new(
        "2024-H2", ["a", "b", "c", "d"], [new("A", "广场社区", "居委会"), new("B", "河滨社区", "居委会")], highest, lowest, Now);

    private static Scenario<Evaluation> Given(params object[] history) => new(history);

    private static Func<Evaluation, Decision> Cast(string by, decimal a, decimal b, Ballot? former = null) =>
        new CastBallot(Half, by, Ballot(a, b), former, Now).Decide;

    private static Ballot Ballot(decimal a, decimal b) => new(Scores(("A", a), ("B", b)));

    private static Dictionary<string, decimal> Scores(params (string Subject, decimal Score)[] scores) =>
        scores.ToDictionary(s => s.Subject, s => s.Score, StringComparer.Ordinal);
}
