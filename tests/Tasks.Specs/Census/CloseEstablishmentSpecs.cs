using Campaign.Tasks.Census;
using static Campaign.Tasks.Specs.AssignmentStory;
using static Campaign.Tasks.Specs.Census.EstablishmentStory;

namespace Campaign.Tasks.Specs.Census;

public sealed class CloseEstablishmentSpecs
{
    private static readonly CloseEstablishment Close = new(Code, Today, "转让", Noon);
    private static readonly ReopenEstablishment Reopen = new(Code, Today, Noon);

    [Fact]
    public void An_establishment_closes_down_once() => EstablishmentStory.Given(Noodles).When(Close.Decide).Then(Closed).AndAgainNothing();

    [Fact]
    public void It_opens_again_once() => EstablishmentStory.Given(Noodles, Closed).When(Reopen.Decide).Then(Reopened).AndAgainNothing();

    [Fact]
    public void What_is_open_is_not_reopened() => EstablishmentStory.Given(Noodles).When(Reopen.Decide).ThenNothing();

    [Fact]
    public void What_is_not_in_the_census_neither_closes_nor_opens()
    {
        EstablishmentStory.Given().When(Close.Decide).ThenRefused(CensusRules.NotFound);
        EstablishmentStory.Given().When(Reopen.Decide).ThenRefused(CensusRules.NotFound);
    }

    [Fact]
    public void Nothing_closes_or_opens_tomorrow()
    {
        EstablishmentStory.Given(Noodles).When((Close with { On = Tomorrow }).Decide).ThenRefused(CensusRules.InFuture);
        EstablishmentStory.Given(Noodles, Closed).When((Reopen with { On = Tomorrow }).Decide).ThenRefused(CensusRules.InFuture);
    }
}
