using Campaign.Tasks.Indicators;
using Campaign.Testing;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs.Indicators;

public sealed class WithdrawIndicatorValueSpecs
{
    private const int No = 9;
    private const string Part = "小学";

    private static readonly IndicatorValueReported Rate = new(
        ShippedStandards.National2021, No, TheUnit, 2023, Part, 91.5m, null, null, null, Photos, "统计局调查", Morning);
    private static readonly WithdrawIndicatorValue Withdraw = new(2023, Part, "填错年度", Noon);
    private static readonly IndicatorValueWithdrawn Withdrawn = new(Rate.Standard, No, TheUnit, 2023, Part, "填错年度", Noon);

    [Fact]
    public void A_figure_is_taken_back_once() => Given(Rate).When(Withdraw.Decide).Then(Withdrawn).AndAgainNothing();

    [Fact]
    public void The_year_is_without_one_until_it_is_reported_again()
    {
        Given(Rate, Withdrawn).State.Standing[(2023, Part)].ShouldBeNull();
        Given(Rate, Withdrawn, Rate).When(Withdraw.Decide).Then(Withdrawn);
    }

    [Fact]
    public void What_was_never_reported_is_not_taken_back()
    {
        Given().When(Withdraw.Decide).ThenRefused(IndicatorRules.NothingReported);
        Given(Rate).When((Withdraw with { Year = 2022 }).Decide).ThenRefused(IndicatorRules.NothingReported);
        Given(Rate).When((Withdraw with { Part = null }).Decide).ThenRefused(IndicatorRules.NothingReported);
    }

    private static Scenario<IndicatorValues> Given(params object[] history) => new(history);
}
