using Campaign.EventStore;
using Campaign.Scoring.Evaluations;
using Campaign.Testing;
using FsCheck;
using FsCheck.Fluent;
using static Campaign.Scoring.Specs.Evaluations.EvaluationStory;

namespace Campaign.Scoring.Specs.Evaluations;

public sealed class CloseEvaluationSpecs
{
    [Fact]
    public void The_highest_and_the_lowest_do_not_count_where_the_round_says_so()
    {
        var closed = Close(Opened, Ballot(70, 60), Ballot(90, 61), Ballot(80, 62), Ballot(100, 63)).Events.ShouldHaveSingleItem()
            .ShouldBeOfType<EvaluationClosed>();
        Json.Of(closed.Results[0])
            .ShouldBe(Json.Of(new Campaign.Scoring.Evaluations.Stored.EvaluationResult("A", [80, 90], [70, 100], 85)));
        closed.Ballots.ShouldBe(4);
    }

    [Fact]
    public void Something_must_be_left_to_count() =>
        Close(Opened, Ballot(70, 60), Ballot(90, 61)).Refusal.ShouldBe(EvaluationRules.TooFewBallots);

    [Fact]
    public void Nothing_is_counted_below_the_quorum_from_which_one_could_tell_what_another_gave()
    {
        Close(Round(0, 0), Ballot(70, 60), Ballot(90, 61)).Refusal.ShouldNotBeNull().Rule.ShouldBe("too-few-ballots");
        Close(Round(0, 0), Ballot(70, 60), Ballot(90, 61), Ballot(80, 62)).Refusal.ShouldBeNull();
        Close(Round(0, 0) with { Quorum = 4 }, Ballot(70, 60), Ballot(90, 61), Ballot(80, 62)).Refusal.ShouldNotBeNull();
    }

    [Fact]
    public void A_closed_round_takes_no_ballot_and_closes_once()
    {
        var closed = Close(Opened, Ballot(70, 60), Ballot(90, 61), Ballot(80, 62)).Events[0];
        Given(Opened, closed).When(Cast("a", 90, 80)).ThenRefused(EvaluationRules.Closed);
        Given(Opened, closed).When(new CloseEvaluation(SecondHalf, [], Now).Decide).ThenNothing();
    }

    [Fact]
    public void The_order_of_ballots_changes_nothing_and_the_mean_lies_among_those_that_count() =>
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Boxes, box =>
        {
            var ballots = box.Select(cents => Ballot(cents / 100m, 100 - (cents / 100m))).ToList();
            var (one, other) = (Close(Round(1, 2), [.. ballots]), Close(Round(1, 2), [.. Enumerable.Reverse(ballots)]));
            if (one.Refusal is not null) return ballots.Count <= 3 && other.Refusal == one.Refusal;
            var result = ((EvaluationClosed)one.Events[0]).Results[0];
            return Json.Of(one.Events[0]) == Json.Of(other.Events[0])
                && result.Scores.Count == ballots.Count - 3 && result.Dropped.Count == 3
                && result.Dropped[1] <= result.Scores[0] && result.Scores[^1] <= result.Dropped[2]
                && result.Scores[0] <= result.Mean && result.Mean <= result.Scores[^1];
        }));

    private static Arbitrary<int[]> Boxes => Gen.Choose(0, 10_000).ArrayOf().ToArbitrary();

    private static Decision Close(EvaluationOpened opened, params Ballot[] ballots) =>
        new CloseEvaluation(SecondHalf, ballots, Now).Decide(Evaluation.Initial.Evolve(opened));
}
