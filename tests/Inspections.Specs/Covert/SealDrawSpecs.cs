using Campaign.Inspections.Covert;
using static Campaign.Inspections.Specs.Covert.DrawStory;
using static Campaign.Inspections.Specs.LedgerStory;

namespace Campaign.Inspections.Specs.Covert;

public sealed class SealDrawSpecs
{
    [Fact]
    public void A_draw_is_sealed_once()
    {
        var seal = new SealDraw(Pool, Drawn, Until, Morning);
        Given().When(seal.Decide).Then(Sealed).AndAgainNothing();
        Given().When((seal with { Until = Morning }).Decide).ThenRefused(DrawRules.SealTooShort);
        Given().When((seal with { Until = Morning.AddDays(367) }).Decide).ThenRefused(DrawRules.SealTooLong);
    }

    [Fact]
    public void Nothing_that_is_sealed_names_a_target() =>
        InspectionsModule.Events.Write(Sealed with { Pool = [] }).ShouldSatisfyAllConditions(
            json => json.ShouldNotContain(Drawn.Salt), json => Drawn.Targets.ShouldAllBe(target => !json.Contains(target)));
}
