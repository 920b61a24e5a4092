using Campaign.EventStore;
using Campaign.Scoring.Evaluations;
using static Campaign.Scoring.Specs.Evaluations.EvaluationStory;

namespace Campaign.Scoring.Specs.Evaluations;

public sealed class CastBallotSpecs
{
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
        Given(Opened).When(CastFor(("A", 90))).ThenRefused(EvaluationRules.Incomplete);

    [Fact]
    public void Nor_one_with_a_name_that_is_not_asked_for() =>
        Given(Opened).When(CastFor(("A", 90), ("X", 90))).ThenRefused(EvaluationRules.NotEvaluated);

    private static Func<Evaluation, Decision> CastFor(params (string Subject, decimal Score)[] scores) =>
        new CastBallot(SecondHalf, "a", new(Scores(scores)), null, Now).Decide;
}
