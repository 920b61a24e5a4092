using Campaign.Scoring.Appeals;
using Campaign.Testing;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs.Appeals;

public sealed class SetAppealTermSpecs
{
    [Fact]
    public void A_term_is_set_once() =>
        new Scenario<AppealTerm>([]).When(new SetAppealTerm(10, At(1)).Decide).Then(new AppealTermSet(10, At(1))).AndAgainNothing();

    [Fact]
    public void The_usual_term_need_not_be_set() =>
        new Scenario<AppealTerm>([]).When(new SetAppealTerm(AppealTerm.DefaultDays, At(1)).Decide).ThenNothing();
}
