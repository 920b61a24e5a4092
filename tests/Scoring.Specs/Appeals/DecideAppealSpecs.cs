using Campaign.Scoring.Appeals;
using static Campaign.Scoring.Specs.Appeals.AppealStory;

namespace Campaign.Scoring.Specs.Appeals;

public sealed class DecideAppealSpecs
{
    [Fact]
    public void Upheld_by_another_the_line_is_waived() =>
        Given(Lodged, Reviewed).When(Decide(uphold: true, "district"))
            .Then(new AppealUpheld("2024-09", "A", "overdueCase", Event, Line.Text, -0.5m, "同意", "district", Announced)).AndAgainNothing();

    [Fact]
    public void The_second_step_may_differ_from_the_first() =>
        Given(Lodged, Reviewed).When(Decide(uphold: false, "district")).Then(new AppealDismissed("同意", "district", Announced))
            .AndAgainNothing();

    [Theory]
    [InlineData("office")]
    [InlineData("officer")]
    public void Whoever_lodged_or_reviewed_does_not_decide(string by) =>
        Given(Lodged, Reviewed).When(Decide(uphold: true, by)).ThenRefused(AppealRules.FourEyes);

    [Fact]
    public void No_decision_without_a_review() => Given(Lodged).When(Decide(uphold: true, "district")).ThenRefused(AppealRules.NotReviewed);

    [Fact]
    public void A_decision_stands() =>
        Given(Lodged, Reviewed, new AppealDismissed("不成立", "district", Announced)).When(Decide(uphold: true, "district"))
            .ThenRefused(AppealRules.Decided);
}
