using Campaign.Scoring.Appeals;
using static Campaign.Scoring.Specs.Appeals.AppealStory;

namespace Campaign.Scoring.Specs.Appeals;

public sealed class ReviewAppealSpecs
{
    [Fact]
    public void The_first_step_is_a_proposal() =>
        Given(Lodged).When(new ReviewAppeal(Uphold: true, "情况属实", "office", Announced).Decide).Then(Reviewed).AndAgainNothing();

    [Fact]
    public void Whoever_lodged_does_not_review() =>
        Given(Lodged).When(new ReviewAppeal(Uphold: true, "情况属实", "officer", Announced).Decide).ThenRefused(AppealRules.FourEyes);

    [Fact]
    public void What_was_not_lodged_is_neither_reviewed_nor_decided()
    {
        Given().When(Decide(uphold: true, "district")).ThenRefused(AppealRules.NotFound);
        Given().When(new ReviewAppeal(Uphold: true, "情况属实", "office", Announced).Decide).ThenRefused(AppealRules.NotFound);
    }
}
