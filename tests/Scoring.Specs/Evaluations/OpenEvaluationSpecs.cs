using Campaign.Scoring.Evaluations;
using Campaign.Scoring.Kernel;
using Campaign.Testing;
using FsCheck.Fluent;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs.Evaluations;

public sealed class OpenEvaluationSpecs
{
    private static readonly HalfYear Half = new(2024, 2);
    private static readonly DateTimeOffset Now = At(20, month: 12);
    private static readonly EvaluationOpened Opened = Round(1, 1);

    [Fact]
    public void A_round_is_changed_until_somebody_has_voted()
    {
        var other = new OpenEvaluation(Half, ["a"], [.. Opened.Subjects.Select(subject => subject.ToEvaluatedSubject())], 0, 0, Now);
        Given(Opened).When(other.Decide).Then(Opened with { Holders = ["a"], DropHighest = 0, DropLowest = 0 }).AndAgainNothing();
        Given(Opened, new BallotCast("2024-H2", 1, Now)).When(other.Decide).ThenRefused(EvaluationRules.BallotsCast);
    }

    private static EvaluationOpened Round(int highest, int lowest) => new(
        "2024-H2", ["a", "b", "c", "d"], [new("A", "广场社区", "居委会"), new("B", "河滨社区", "居委会")], highest, lowest, Now);

    private static Scenario<Evaluation> Given(params object[] history) => new(history);
}
