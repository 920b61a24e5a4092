using Campaign.Tasks.Census;
using static Campaign.Tasks.Specs.Census.EstablishmentStory;

namespace Campaign.Tasks.Specs.Census;

public sealed class CheckEstablishmentSpecs
{
    private static readonly CheckEstablishment Check = new(Passed);

    [Fact]
    public void A_check_is_recorded_once() => Given(Noodles).When(Check.Decide).Then(Passed).AndAgainNothing();

    [Fact]
    public void Another_of_the_same_day_corrects_it()
    {
        var corrected = Passed with { Attained = false, Problems = "证照未上墙" };
        Given(Noodles, Passed).When(new CheckEstablishment(corrected).Decide).Then(corrected).AndAgainNothing();
        var photographed = Passed with { Evidence = [new('c', 64)] };
        Given(Noodles, Passed).When(new CheckEstablishment(photographed).Decide).Then(photographed).AndAgainNothing();
    }

    [Fact]
    public void An_earlier_check_may_come_later()
    {
        var earlier = Passed with { On = Today.AddMonths(-1), Attained = false, Problems = "无防蝇设施" };
        Given(Noodles, Passed).When(new CheckEstablishment(earlier).Decide).Then(earlier).AndAgainNothing();
    }

    [Fact]
    public void What_is_not_in_the_census_is_not_checked() => Given().When(Check.Decide).ThenRefused(CensusRules.NotFound);

    [Fact]
    public void Nothing_is_checked_tomorrow()
    {
        Given(Noodles).When(new CheckEstablishment(Passed with { On = Tomorrow }).Decide).ThenRefused(CensusRules.InFuture);
        var today = Passed with { On = Today };
        Given(Noodles).When(new CheckEstablishment(today).Decide).Then(today);
    }

    [Fact]
    public void One_that_closed_down_is_not_checked_until_it_opens_again()
    {
        Given(Noodles, Closed).When(Check.Decide).ThenRefused(CensusRules.Closed);
        Given(Noodles, Closed, Reopened).When(Check.Decide).Then(Passed);
    }
}
