using Campaign.Tasks.Assignments;
using Campaign.Tasks.Indicators;
using Campaign.Testing;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs.Indicators;

public sealed class IndicatorTargetSpecs
{
    private static readonly AssignmentIssued Target = Issued with
    {
        Kind = AssignmentKind.IndicatorTarget,
        Brief = new IndicatorBrief(12, 2024, Standard: null).ToBrief(),
    };

    private static readonly Tasks.Assignments.ReachedFigure Reached = new(81.5m, null);
    private static readonly Tasks.Assignments.Stored.ReachedFigure StoredValue = Tasks.Assignments.Stored.ReachedFigure.Of(Reached);
    private static readonly SubmitAssignment Submit = new(Kinds, Officer, Photos, null, Noon, Value: Reached);

    [Fact]
    public void The_figure_is_submitted_with_its_evidence() =>
        Given(Target).When(Submit.Decide).Then(new AssignmentSubmitted(TheUnit, Photos, null, null, Noon, Value: StoredValue))
            .AndAgainNothing();

    [Fact]
    public void It_may_be_a_yes() =>
        Given(Target).When((Submit with { Value = new(null, true) }).Decide)
            .Then(new AssignmentSubmitted(TheUnit, Photos, null, null, Noon, Value: new(null, true)));

    [Fact]
    public void Neither_the_figure_nor_the_evidence_is_left_out()
    {
        Given(Target).When((Submit with { Value = null }).Decide).ThenRefused(IndicatorRules.FigureMissing);
        Given(Target).When((Submit with { Photos = [] }).Decide).ThenRefused(IndicatorRules.EvidenceMissing);
    }

    [Fact]
    public void Another_figure_waits_until_the_first_was_judged() =>
        Given(Target, new AssignmentSubmitted(TheUnit, Photos, null, null, Noon, Value: StoredValue))
            .When((Submit with { Value = new(82, null) }).Decide).ThenRefused(AssignmentRules.AlreadySubmitted);

    [Fact]
    public void No_other_kind_reports_a_figure() => Given(Issued).When(Submit.Decide).ThenRefused(AssignmentRules.ValueNotAsked);
}
