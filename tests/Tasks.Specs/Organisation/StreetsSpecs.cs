using Campaign.Tasks.Organisation;
using Campaign.Testing;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs.Organisation;

public sealed class StreetsSpecs
{
    private static readonly RegisterStreet Register = new(TheStreet, "南关街道", Morning);

    [Fact]
    public void A_street_takes_part() =>
        Given().When(Register.Decide).Then(new StreetRegistered(TheStreet, "南关街道", Morning)).AndAgainNothing();

    [Fact]
    public void A_street_gets_another_name() =>
        Given(new StreetRegistered(TheStreet, "南关镇", Morning)).When((Register with { Now = Noon }).Decide)
            .Then(new StreetRegistered(TheStreet, "南关街道", Noon)).AndAgainNothing();

    private static Scenario<Street> Given(params object[] history) => new(history);
}
