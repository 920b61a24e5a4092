using Campaign.Scoring.Evaluations;
using static Campaign.Scoring.Specs.Evaluations.EvaluationStory;

namespace Campaign.Scoring.Specs.Evaluations;

public sealed class OpenEvaluationSpecs
{
    [Fact]
    public void A_round_is_changed_until_somebody_has_voted()
    {
        var other = new OpenEvaluation(SecondHalf, ["a"], [.. Opened.Subjects.Select(subject => subject.ToEvaluatedSubject())], 0, 0, Now);
        Given(Opened).When(other.Decide).Then(Opened with { Holders = ["a"], DropHighest = 0, DropLowest = 0 }).AndAgainNothing();
        Given(Opened, new BallotCast("2024-H2", 1, Now)).When(other.Decide).ThenRefused(EvaluationRules.BallotsCast);
        var stricter = other with { Quorum = 5 };
        Given(Opened).When(stricter.Decide)
            .Then(Opened with { Holders = ["a"], DropHighest = 0, DropLowest = 0, Quorum = 5 }).AndAgainNothing();
    }
}
